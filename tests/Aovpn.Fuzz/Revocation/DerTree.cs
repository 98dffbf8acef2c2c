namespace Aovpn.Fuzz.Revocation;

/// <summary>Elements of DER (X.690) with their lengths made anew when written: so that a change inside does not end at the length around it.</summary>
/// <param name="Content">Of a primitive element, or one whose content is no whole number of elements.</param>
/// <param name="Children">Null for such a one.</param>
/// <param name="Start">Where its content begins.</param>
internal sealed record DerTree(byte Tag, byte[] Content, List<DerTree>? Children, int Start)
{
    private const int Deepest = 24;
    private const byte Constructed = 0x20, OctetString = 0x04;

    /// <summary>Lengths that go beyond what is there are cut to it.</summary>
    public static List<DerTree> Read(ReadOnlySpan<byte> bytes, int depth = 0, int start = 0)
    {
        var elements = new List<DerTree>();
        while (bytes.Length >= 2)
        {
            var (tag, length, header) = (bytes[0], (int)bytes[1], 2);
            if (length > 0x80)
            {
                header += Math.Min(length & 0x7F, bytes.Length - 2);
                length = 0;
                foreach (var digit in bytes[2..header])
                    length = Math.Min(bytes.Length, (length << 8) | digit);
            }

            var content = bytes.Slice(header, Math.Min(length, bytes.Length - header));
            var nests = (tag & Constructed) != 0 || (tag == OctetString && content is [0x30, ..]);
            elements.Add(new(tag, content.ToArray(), nests && depth < Deepest ? Read(content, depth + 1, start + header) : null, start + header));
            bytes = bytes[(header + content.Length)..];
            start += header + content.Length;
        }

        return elements;
    }

    /// <summary>All of it, each element behind the one around it.</summary>
    public static IEnumerable<DerTree> All(IEnumerable<DerTree> elements) => elements.SelectMany(one => All(one.Children ?? []).Prepend(one));

    public static byte[] Write(IEnumerable<DerTree> elements) => [.. elements.SelectMany(one => one.Write())];

    private IEnumerable<byte> Write()
    {
        var content = Children is null ? Content : Write(Children);
        byte[] length = content.Length switch
        {
            < 0x80 => [(byte)content.Length],
            <= byte.MaxValue => [0x81, (byte)content.Length],
            _ => [0x82, (byte)(content.Length >> 8), (byte)content.Length],
        };
        return [Tag, .. length, .. content];
    }
}
