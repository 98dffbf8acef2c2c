using System.Text;

namespace Aovpn.Diagnosis.Evidence;

/// <summary>Tells text from binary, and in which encoding it is, by looking at the first bytes.</summary>
public static class TextEncoding
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>Null for binary. Text that is not Unicode is taken as Latin-1: every byte survives, ASCII is exact.</returns>
    public static Encoding? Detect(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);
        if (head.StartsWith<byte>([0xFF, 0xFE]))
            return Encoding.Unicode;
        if (head.StartsWith<byte>([0xFE, 0xFF]))
            return Encoding.BigEndianUnicode;
        if (LooksLikeUtf16(head, zeroAt: 1))
            return new UnicodeEncoding(bigEndian: false, byteOrderMark: false);
        if (LooksLikeUtf16(head, zeroAt: 0))
            return new UnicodeEncoding(bigEndian: true, byteOrderMark: false);
        if (head.Contains((byte)0) || Controls(head) * 50 > head.Length)
            return null;

        return IsUtf8(head) ? LenientUtf8 : Encoding.Latin1;
    }

    public static string Decode(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var preamble = encoding.Preamble;
        return encoding.GetString(bytes.StartsWith(preamble) ? bytes[preamble.Length..] : bytes);
    }

    private static readonly UTF8Encoding LenientUtf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static bool LooksLikeUtf16(ReadOnlySpan<byte> head, int zeroAt)
    {
        var pairs = Math.Min(head.Length / 2, 512);
        var zeros = 0;
        for (var pair = 0; pair < pairs; pair++)
        {
            if (head[pair * 2 + zeroAt] == 0 && head[pair * 2 + 1 - zeroAt] != 0)
                zeros++;
        }

        return pairs >= 4 && zeros * 10 >= pairs * 7;
    }

    private static int Controls(ReadOnlySpan<byte> head)
    {
        var controls = 0;
        foreach (var value in head)
        {
            if (value < 0x20 && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B))
                controls++;
        }

        return controls;
    }

    /// <summary>A sequence cut by the end of the head does not count against it.</summary>
    private static bool IsUtf8(ReadOnlySpan<byte> head)
    {
        for (var cut = 0; cut <= 3 && cut <= head.Length; cut++)
        {
            try
            {
                StrictUtf8.GetCharCount(head[..^cut]);
                return true;
            }
            catch (DecoderFallbackException)
            {
                if (head.Length < ArtifactContent.HeadLength)
                    return false;
            }
        }

        return false;
    }
}
