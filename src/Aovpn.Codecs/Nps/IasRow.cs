namespace Aovpn.Codecs.Nps;

/// <summary>A line of the IAS format that is as NPS writes it, taken apart with vectors: numbers and values by turns, in any order.</summary>
internal static class IasRow
{
    private static readonly int[] Header =
    [
        NpsAttributeIds.Of(NpsAttributeName.NasIPAddress), NpsAttributeIds.Of(NpsAttributeName.UserName), NpsAttributeIds.Of(NpsAttributeName.RecordDate),
        NpsAttributeIds.Of(NpsAttributeName.RecordTime), NpsAttributeIds.Of(NpsAttributeName.EventSource), NpsAttributeIds.Of(NpsAttributeName.ComputerName),
    ];

    /// <returns>Where the next line begins; 0 for a line that <see cref="IasLine"/> must read.</returns>
    public static int Read(NpsRow row, NpsSpan at, int start, int limit)
    {
        var separators = NpsSeparators.Find(row.Buffer, start, limit, row.Marks, out var end);

        // Six fields and pairs behind them: an odd number of separators.
        if (separators < Header.Length - 1 || separators % 2 == 0 || end - start >= NpsLog.MaxRecord)
            return 0;
        var next = end < limit ? end + 1 : end;
        if (end > start && row.Buffer[end - 1] == '\r' && end < limit)
            end--;
        if (row.Buffer[end - 1] is (byte)' ' or (byte)'\t' or (byte)'`')
            return 0;
        row.Set(NpsLogFormat.Ias, at, start, end, separators, 0);
        if (!IsHead(row) || row.Buffer.AsSpan(start, row.Marks[0] - start).ContainsAny(" ]<\""u8))
            return 0;

        var fields = 0;
        for (var column = 0; column < Header.Length; column++)
            Add(row, ref fields, Header[column], NpsFieldForm.MaybeHexadecimal, column == 0 ? start : row.Marks[column - 1] + 1, column < separators ? row.Marks[column] : end);
        for (var mark = Header.Length - 1; mark < separators; mark += 2)
        {
            var id = Id(row.Buffer, row.Marks[mark] + 1, row.Marks[mark + 1]);
            if (id < 0)
                return 0;
            if (!NpsAttributeIds.IsSecret(id))
                Add(row, ref fields, id, NpsAttributeIds.IasForm(id), row.Marks[mark + 1] + 1, mark + 2 < separators ? row.Marks[mark + 2] : end);
        }

        row.Fields = fields;
        return next;
    }

    private static bool IsHead(NpsRow row)
    {
        return NpsLineForm.IsHead(Text(4), Text(2), Text(3));

        ReadOnlySpan<byte> Text(int column)
        {
            var (start, length, _) = row.Cell(column);
            return row.Buffer.AsSpan(start, length);
        }
    }

    private static void Add(NpsRow row, ref int fields, int id, NpsFieldForm form, int start, int end)
    {
        if (end - start >= 2 && row.Buffer[start] == '"')
        {
            (start, end) = (start + 1, end - 1);
            if (row.Buffer.AsSpan(start, end - start).Contains((byte)'"'))
                form = NpsFieldForm.DoubledQuotes;
        }

        if (end <= start)
            return;
        (row.Ids[fields], row.Starts[fields], row.Lengths[fields], row.Forms[fields]) = (id, start, end - start, form);
        fields++;
    }

    /// <summary>Negative for what is no number, and for a number without a name.</summary>
    private static int Id(byte[] bytes, int start, int end)
    {
        var isNegative = bytes[start] == '-';
        if (isNegative)
            start++;
        if (end - start is < 1 or > 5)
            return NpsAttributeIds.None;
        var number = 0;
        for (var at = start; at < end; at++)
        {
            var digit = bytes[at] - '0';
            if ((uint)digit > 9)
                return NpsAttributeIds.None;
            number = number * 10 + digit;
        }

        return NpsAttributeIds.OfNumber(isNegative ? -number : number);
    }
}
