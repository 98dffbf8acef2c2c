namespace Aovpn.Codecs.Nps;

/// <summary>A line of the database-compatible format that is as NPS writes it, taken apart with vectors.</summary>
internal static class OdbcRow
{
    private const int Service = 1, Date = 2, PacketType = 4, Reason = 25, FirstColumns = 7;

    /// <summary>Whether where a column is is known before it is asked for.</summary>
    public static bool IsUsual(int column) => column < FirstColumns || column == Reason;

    /// <returns>Where the next line begins; 0 for a line that <see cref="OdbcLine"/> must read.</returns>
    public static int Read(NpsRow row, NpsSeparatorIndex index, in NpsSpan at, int start, int limit)
    {
        var bytes = row.Buffer;
        var separators = index.Find(bytes, start, limit, out var end);
        var isIndexed = separators >= 0;
        if (!isIndexed)
            separators = NpsSeparators.Find(bytes, start, limit, row.Marks, out end);
        if (separators < PacketType || separators > row.Marks.Length - NpsBlock.Length - NpsMarks.Slack || end - start >= NpsLog.MaxRecord)
            return 0;
        var next = end < limit ? end + 1 : end;
        if (bytes[end - 1] == '\r' && end < limit)
            end--;
        if (bytes[end - 1] is (byte)' ' or (byte)'\t' or (byte)'`')
            return 0;

        row.Set(NpsLogFormat.Odbc, at, start, end, separators, 0);
        if (isIndexed)
            MarkUsual(row, index, separators);
        if (!NpsHead.Is(row, Service, Date) || !IsNumber(row, PacketType, least: 1) || (separators >= Reason && !IsNumber(row, Reason, least: 0)))
            return 0;
        for (var column = NpsAttributeTable.ColumnCount; column <= separators; column++)
        {
            if (row.Cell(column).Length > 0)
                return 0;
        }

        return next;
    }

    /// <summary>What is looked at in every line; the rest when it is asked for.</summary>
    private static void MarkUsual(NpsRow row, NpsSeparatorIndex index, int separators)
    {
        index.MarkFirst(row.Marks, FirstColumns);
        if (separators >= Reason)
            index.MarkColumn(row.Marks, Reason);
        row.Unmarked = index;
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
