using System.Runtime.CompilerServices;

namespace Aovpn.Codecs.Nps;

/// <summary>A line of the database-compatible format that is as NPS writes it, taken apart with vectors.</summary>
internal static class OdbcRow
{
    private const int Service = 1, Date = 2, PacketType = 4, Reason = 25;

    /// <returns>Where the next line begins; 0 for a line that <see cref="OdbcLine"/> must read.</returns>
    public static int Read(NpsRow row, NpsLineIndex index, in NpsSpan at, int start, int limit)
    {
        if (index.GoTo(row.Buffer, start, limit, isOfPairs: false) && ReadUsual(row, index, at, start))
            return index.End + 1;
        return ReadOther(row, at, start, limit);
    }

    /// <summary>A line whose head, packet type and reason are written as nearly all are.</summary>
    private static bool ReadUsual(NpsRow row, NpsLineIndex index, in NpsSpan at, int start)
    {
        var separators = index.Count;
        if ((uint)(separators - PacketType) >= NpsAttributeTable.ColumnCount - PacketType || !NpsHead.IsTextEnd(row.Buffer, index.End, out var end))
            return false;
        ref var head = ref NpsBlock.At(row.Buffer, start + NpsMarks.Lowest(index.Separators(start)));
        if (!NpsHead.IsQuoted(ref head))
            return false;

        // The packet type has one digit or two.
        ref var type = ref Unsafe.Add(ref head, NpsHead.QuotedLength);
        var isOne = Unsafe.Add(ref type, 1) == ',';
        if (!char.IsAsciiDigit((char)type) | !(isOne | (char.IsAsciiDigit((char)Unsafe.Add(ref type, 1)) & Unsafe.Add(ref type, 2) == ',')))
            return false;

        var (reason, reasonLength) = (end, 0);
        if (separators >= Reason)
        {
            reason = index.Separator(Reason - 1) + 1;
            ref var digit = ref NpsBlock.At(row.Buffer, reason);
            reasonLength = NpsBlock.LeadingDigits(ref digit);
            if (Unsafe.Add(ref digit, reasonLength) != ',' && reason + reasonLength != end)
                return false;
        }

        row.Set(NpsLogFormat.Odbc, at, start, end, separators, 0);
        row.SetUsual(index, start + (int)Unsafe.ByteOffset(ref NpsBlock.At(row.Buffer, start), ref type), isOne ? 1 : 2, reason, reasonLength);
        return true;
    }

    private static int ReadOther(NpsRow row, in NpsSpan at, int start, int limit)
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

    /// <summary>Whether a column is one of the two that are known of every row that was read as most are.</summary>
    public static bool IsKnown(int column) => column is PacketType or Reason;

    public static bool IsReason(int column) => column == Reason;

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
