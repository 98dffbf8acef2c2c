namespace Aovpn.Codecs.Nps;

/// <summary>Where the whole records of a log end that is still being written.</summary>
public static class NpsLogEnd
{
    /// <summary>
    /// Bytes at the beginning of <paramref name="text"/> that hold whole records: up to the last line end, and not beyond the beginning of an XML
    /// record that is spread over lines and whose end has not come.
    /// </summary>
    /// <param name="text">From the beginning of a line.</param>
    public static int OfWhole(ReadOnlySpan<byte> text)
    {
        var line = text.LastIndexOf((byte)'\n') + 1;
        var begun = text.LastIndexOf("<Event>"u8);
        var itsLine = begun < 0 ? 0 : text[..begun].LastIndexOf((byte)'\n') + 1;
        if (begun < 0 || !BeginsEvent(text[itsLine..]))
            return line;
        if (text[begun..].LastIndexOf("</Event>"u8) is var closed and >= 0)
            return Math.Max(line, begun + closed + "</Event>".Length);

        // NPS writes a record in one line; people reformat XML. The reader wants such a record as a whole.
        return text[itsLine..begun].TrimEnd(" \t"u8).EndsWith("</Event>"u8) ? begun : itsLine;
    }

    private static bool BeginsEvent(ReadOnlySpan<byte> line) => line.TrimStart(" \t\r"u8).StartsWith("<Event>"u8);

    /// <summary>Whether whole lines are nothing but blank ones and rows of column names.</summary>
    public static bool IsHeadingOnly(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            var end = text.IndexOf((byte)'\n');
            var line = end < 0 ? text : text[..end];
            if (line.ContainsAnyExcept(" \t\r"u8) && !NpsLineForm.IsHeading(line.StartsWith("\uFEFF"u8) ? line[3..] : line))
                return false;
            text = end < 0 ? [] : text[(end + 1)..];
        }

        return true;
    }
}
