namespace Aovpn.Codecs.Nps;

/// <summary>A line of the database-compatible format that is as NPS writes it, taken apart with vectors.</summary>
internal static class OdbcRow
{
    private const int Service = 1, Date = 2, Time = 3, PacketType = 4, Reason = 25;

    /// <returns>Where the next line begins; 0 for a line that <see cref="OdbcLine"/> must read.</returns>
    public static int Read(NpsRow row, NpsSpan at, int start, int limit)
    {
        var separators = NpsSeparators.Find(row.Buffer, start, limit, row.Marks, out var end);
        if (separators < PacketType || end - start >= NpsLog.MaxRecord)
            return 0;
        var next = end < limit ? end + 1 : end;
        if (end > start && row.Buffer[end - 1] == '\r' && end < limit)
            end--;
        if (row.Buffer[end - 1] is (byte)' ' or (byte)'\t' or (byte)'`')
            return 0;

        row.Set(NpsLogFormat.Odbc, at, start, end, separators, 0);
        if (!NpsLineForm.IsHead(Text(row, Service), Text(row, Date), Text(row, Time)) || !IsNumber(Text(row, PacketType), least: 1))
            return 0;
        if (separators >= Reason && !IsNumber(Text(row, Reason), least: 0))
            return 0;
        for (var column = NpsAttributeTable.Columns.Length; column <= separators; column++)
        {
            if (row.Cell(column).Length > 0)
                return 0;
        }

        return next;
    }

    private static ReadOnlySpan<byte> Text(NpsRow row, int column)
    {
        var (start, length, _) = row.Cell(column);
        return row.Buffer.AsSpan(start, length);
    }

    private static bool IsNumber(ReadOnlySpan<byte> text, int least)
    {
        if (text.Length < least)
            return false;
        foreach (var letter in text)
        {
            if (!char.IsAsciiDigit((char)letter))
                return false;
        }

        return true;
    }
}
