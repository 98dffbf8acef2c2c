using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Aovpn.Codecs.Nps;

/// <summary>
/// Text of a log. Older servers write their ANSI code page instead of UTF-8 and do not say which: what is not UTF-8 is read as
/// windows-1251 where high letters stand in runs, as in Cyrillic words, else as windows-1252. A guess for display only; structure is ASCII.
/// </summary>
internal static class NpsText
{
    private static readonly Encoding Cyrillic = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static string Decode(ReadOnlySpan<byte> bytes, NpsFieldForm form) => form switch
    {
        NpsFieldForm.DoubledQuotes => Plain(bytes).Replace("\"\"", "\"", StringComparison.Ordinal),
        NpsFieldForm.Entities => Entities(Plain(bytes).Replace("\r\n", "\n", StringComparison.Ordinal)),
        NpsFieldForm.MaybeHexadecimal => Hexadecimal(bytes) ?? Plain(bytes),
        _ => Plain(bytes),
    };

    public static string Plain(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
            return Encoding.UTF8.GetString(bytes);
        return (LooksCyrillic(bytes) ? Cyrillic : Western).GetString(bytes);
    }

    private static bool LooksCyrillic(ReadOnlySpan<byte> bytes)
    {
        var (high, inRuns) = (0, 0);
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] < 0xC0)
                continue;
            high++;
            if ((at > 0 && bytes[at - 1] >= 0xC0) || (at + 1 < bytes.Length && bytes[at + 1] >= 0xC0))
                inRuns++;
        }

        return high >= 2 && inRuns * 10 >= high * 7;
    }

    /// <summary>Null where the bytes that the digits stand for are not printable text: a binary value stays as written.</summary>
    private static string? Hexadecimal(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes.Length % 2 != 0 || !bytes.StartsWith("0x"u8))
            return null;
        var text = new byte[bytes.Length / 2 - 1];
        if (Convert.FromHexString(bytes[2..], text, out _, out var written) is not System.Buffers.OperationStatus.Done || written != text.Length)
            return null;

        // Windows hands such values over with their terminating NUL.
        var end = text.AsSpan().TrimEnd((byte)0);
        return !end.IsEmpty && Utf8.IsValid(end) && !end.ContainsAnyInRange((byte)0, (byte)0x1F) && !end.Contains((byte)0x7F) ? Encoding.UTF8.GetString(end) : null;
    }

    private static string Entities(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var end = text[at] == '&' ? text.AsSpan(at, Math.Min(text.Length - at, 12)).IndexOf(';') : -1;
            var letter = end > 0 ? Entity(text.AsSpan(at + 1, end - 1)) : null;
            result.Append(letter ?? text[at].ToString());
            at += letter is null ? 1 : end + 1;
        }

        return result.ToString();
    }

    private static string? Entity(ReadOnlySpan<char> name)
    {
        switch (name)
        {
            case "lt":
                return "<";
            case "gt":
                return ">";
            case "amp":
                return "&";
            case "quot":
                return "\"";
            case "apos":
                return "'";
        }

        var isNumber = name is ['#', 'x' or 'X', ..]
            ? int.TryParse(name[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rune)
            : int.TryParse(name is ['#', ..] ? name[1..] : [], NumberStyles.None, CultureInfo.InvariantCulture, out rune);
        return isNumber && Rune.IsValid(rune) ? new Rune(rune).ToString() : null;
    }
}
