namespace Aovpn.Diagnosis.Evidence.Certificates;

/// <summary>Finds PEM blocks (RFC 7468) in a text, line by line.</summary>
internal static class PemBlocks
{
    public const string Begin = "-----BEGIN ";
    private const string End = "-----END ";
    private const int LongestBlock = 20_000;

    /// <returns>Label, first and last line, and the bytes; null bytes where the base64 is broken or the end is missing.</returns>
    public static IEnumerable<(string Label, int First, int Last, byte[]? Bytes)> Find(EvidenceText text)
    {
        for (var number = 1; number <= text.Lines.Length; number++)
        {
            if (Label(text[number], Begin) is not { } label)
                continue;
            var base64 = new System.Text.StringBuilder();
            var last = number + 1;
            while (last <= text.Lines.Length && last - number < LongestBlock && Label(text[last], End) is null && Label(text[last], Begin) is null)
                base64.Append(text[last++].Trim());

            var closed = last <= text.Lines.Length && Label(text[last], End) == label;
            last = closed ? last : last - 1;
            yield return (label, number, last, closed ? Decode(base64.ToString()) : null);
            number = last;
        }
    }

    private static string? Label(string line, string marker)
    {
        var text = line.AsSpan().Trim();
        var at = text.IndexOf(marker);
        if (at < 0 || text.Length > 200)
            return null;
        var label = text[(at + marker.Length)..];
        var end = label.IndexOf("-----");
        return end > 0 ? label[..end].ToString() : null;
    }

    private static byte[]? Decode(string base64)
    {
        var bytes = new byte[base64.Length * 3 / 4 + 3];
        return Convert.TryFromBase64String(base64, bytes, out var written) ? bytes[..written] : null;
    }
}
