namespace Aovpn.Codecs.Nps;

/// <summary>A line of the database-compatible format that is as NPS writes it, taken apart with vectors.</summary>
internal static class OdbcRow
{
    private const int Service = 1, Date = 2, PacketType = 4, Reason = 25;

    /// <returns>Where the next line begins; 0 for a line that <see cref="OdbcLine"/> must read.</returns>
    public static int Read(NpsRow row, NpsSpan at, int start, int limit)
    {
        var bytes = row.Buffer;
        var separators = NpsSeparators.Find(bytes, start, limit, row.Marks, out var end);
        if (separators < PacketType || end - start >= NpsLog.MaxRecord)
            return 0;
        var next = end < limit ? end + 1 : end;
        if (bytes[end - 1] == '\r' && end < limit)
            end--;
        if (bytes[end - 1] is (byte)' ' or (byte)'\t' or (byte)'`')
            return 0;

        row.Set(NpsLogFormat.Odbc, at, start, end, separators, 0);
        if (!NpsHead.Is(row, Service, Date) || !IsNumber(row, PacketType, least: 1) || (separators >= Reason && !IsNumber(row, Reason, least: 0)))
            return 0;
        for (var column = NpsAttributeTable.ColumnCount; column <= separators; column++)
        {
            if (row.Cell(column).Length > 0)
                return 0;
        }

        return next;
    }

    private static bool IsNumber(NpsRow row, int column, int least)
    {
        var (at, length, _) = row.Cell(column);
        if (length < least)
            return false;
        for (var end = at + length; at < end; at++)
        {
            if (!char.IsAsciiDigit((char)row.Buffer[at]))
                return false;
        }

        return true;
    }
}
