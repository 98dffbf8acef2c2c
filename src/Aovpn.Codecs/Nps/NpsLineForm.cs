namespace Aovpn.Codecs.Nps;

/// <summary>Tells from its beginning in which format a line is written, each for itself: servers whose format was changed go on in the same file.</summary>
internal static class NpsLineForm
{
    private const int LongestPrefix = 512;

    /// <param name="start">Where the record begins: behind what a syslog relay, a mail program or grep put before it.</param>
    /// <returns>Null for a line that begins no record.</returns>
    public static NpsLogFormat? Of(ReadOnlySpan<byte> line, out int start)
    {
        var head = line[..Math.Min(line.Length, LongestPrefix)];
        start = head.IndexOf("<Event>"u8);
        if (start >= 0)
            return NpsLogFormat.Dts;

        start = head.IndexOf((byte)'"');
        if (start >= 0 && IsOdbc(line[start..]))
            return NpsLogFormat.Odbc;

        start = Math.Max(line.IndexOf((byte)','), 0);
        var prefix = line[..start];
        start = Math.Max(prefix.LastIndexOfAny(" \t"u8) + 1, prefix.LastIndexOf("]:"u8) is var bracket and >= 0 ? bracket + 2 : 0);
        if (IsOdbc(line[start..]))
            return NpsLogFormat.Odbc;
        if (IsIas(line[start..]))
            return NpsLogFormat.Ias;

        start = 0;
        return null;
    }

    /// <summary>The row of column names that exports put first.</summary>
    public static bool IsHeading(ReadOnlySpan<byte> line)
    {
        var rest = line.TrimStart("\" "u8);
        return rest.StartsWith("ComputerName"u8) && Field(ref line).Length > 0 && Field(ref line).SequenceEqual("ServiceName"u8);
    }

    private static bool IsOdbc(ReadOnlySpan<byte> line)
    {
        Field(ref line);
        return IsService(Field(ref line)) && IsDate(Field(ref line)) && IsTime(Field(ref line));
    }

    private static bool IsIas(ReadOnlySpan<byte> line)
    {
        Field(ref line);
        Field(ref line);
        return IsDate(Field(ref line)) && IsTime(Field(ref line)) && IsService(Field(ref line));
    }

    /// <summary>Whether these are a service, a date and a time, by which records in both formats with separators are known.</summary>
    public static bool IsHead(ReadOnlySpan<byte> service, ReadOnlySpan<byte> date, ReadOnlySpan<byte> time) => IsService(service) && IsDate(date) && IsTime(time);

    public static bool IsService(ReadOnlySpan<byte> text) => text.SequenceEqual("IAS"u8) || text.SequenceEqual("NPS"u8) || text.SequenceEqual("RAS"u8);

    private static bool IsDate(ReadOnlySpan<byte> text) =>
        text.Length is >= 8 and <= 10 && !text.ContainsAnyExcept("0123456789/.-"u8) && text.ContainsAny("/.-"u8);

    private static bool IsTime(ReadOnlySpan<byte> text) =>
        text.Length is >= 7 and <= 12 && !text.ContainsAnyExcept("0123456789:."u8) && text.Contains((byte)':');

    /// <summary>The next field, without quotation marks, and the line behind it.</summary>
    private static ReadOnlySpan<byte> Field(ref ReadOnlySpan<byte> line)
    {
        if (line is [(byte)'"', ..])
        {
            var closing = line[1..].IndexOf((byte)'"');
            var quoted = closing < 0 ? line[1..] : line.Slice(1, closing);
            line = closing < 0 ? [] : line[(closing + 2)..];
            var next = line.IndexOf((byte)',');
            line = next < 0 ? [] : line[(next + 1)..];
            return quoted;
        }

        var comma = line.IndexOf((byte)',');
        var field = comma < 0 ? line : line[..comma];
        line = comma < 0 ? [] : line[(comma + 1)..];
        return field;
    }
}
