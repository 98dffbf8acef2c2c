using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Aovpn.Codecs.Nps;

/// <summary>A line of the IAS format that is as NPS writes it, taken apart with vectors: numbers and values by turns, in any order.</summary>
internal static class IasRow
{
    /// <summary>Fields before the pairs.</summary>
    public const int Header = 6;

    private const int Date = 2, Time = 3, Service = 4;

    /// <summary>What the fields before the pairs hold.</summary>
    public static ReadOnlySpan<string> HeaderNames => IasLine.Header;

    /// <returns>Where the next line begins; 0 for a line that <see cref="IasLine"/> must read.</returns>
    public static int Read(NpsRow row, NpsSpan at, int start, int limit)
    {
        var (bytes, marks) = (row.Buffer, row.Marks);
        var separators = NpsSeparators.Find(bytes, start, limit, marks, out var end);

        // Six fields and pairs behind them: an odd number of separators.
        if (separators < Header - 1 || separators % 2 == 0 || end - start >= NpsLog.MaxRecord)
            return 0;
        var next = end < limit ? end + 1 : end;
        if (bytes[end - 1] == '\r' && end < limit)
            end--;
        if (bytes[end - 1] is (byte)' ' or (byte)'\t' or (byte)'`')
            return 0;
        row.Set(NpsLogFormat.Ias, at, start, end, separators, 0);
        if (!IsHead(row) || bytes.AsSpan(start, marks[0] - start).ContainsAny(" ]<\""u8))
            return 0;

        ref var byNumber = ref MemoryMarshal.GetArrayDataReference(NpsAttributeIds.ByNumber);
        ref var id = ref row.Ids[Header];
        for (var mark = Header - 1; mark < separators; mark += 2)
        {
            var number = Number(ref NpsBlock.At(bytes, marks[mark] + 1), marks[mark + 1] - marks[mark] - 1);
            if (number >= NpsAttributeIds.MostNumber)
                return 0;
            id = Unsafe.Add(ref byNumber, number - NpsAttributeIds.LeastNumber);
            if (id == NpsAttributeIds.None)
                return 0;
            id = ref Unsafe.Add(ref id, 1);
        }

        row.Fields = Header + (separators - Header + 1) / 2;
        return next;
    }

    private static bool IsHead(NpsRow row)
    {
        var marks = row.Marks;
        var (date, time) = (marks[Date - 1] + 1, marks[Time - 1] + 1);
        return time - date == NpsTimes.DateLength + 1 && marks[Time] - time == NpsTimes.TimeLength && NpsTimes.IsDateAndTime(ref NpsBlock.At(row.Buffer, date))
            ? NpsLineForm.IsService(row.CellText(Service))
            : NpsLineForm.IsHead(row.CellText(Service), row.CellText(Date), row.CellText(Time));
    }

    /// <summary>Four digits at once: each byte less '0', then tens and hundreds by multiplication.</summary>
    /// <returns><see cref="int.MaxValue"/> for what is no number of one to four digits, or of up to three behind a sign.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Number(ref byte text, int length)
    {
        if (!BitConverter.IsLittleEndian || length is < 1 or > 4)
            return int.MaxValue;
        var sign = 1;
        if (text == '-')
        {
            (sign, length) = (-1, length - 1);
            text = ref Unsafe.Add(ref text, 1);
            if (length is 0 or > 2)
                return int.MaxValue;
        }

        var shift = 32 - length * 8;
        var digits = (Unsafe.ReadUnaligned<uint>(ref text) << shift) - (0x30303030u << shift);
        if (((digits | (digits + 0x76767676u)) & 0x80808080u) != 0)
            return int.MaxValue;
        digits = (digits * (1 + (10 << 8)) >> 8) & 0x00FF00FF;
        return sign * (int)(digits * (1 + (100 << 16)) >> 16);
    }
}
