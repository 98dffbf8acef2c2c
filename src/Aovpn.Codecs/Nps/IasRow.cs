using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Aovpn.Codecs.Nps;

/// <summary>A line of the IAS format that is as NPS writes it, taken apart with vectors: numbers and values by turns, in any order.</summary>
internal static class IasRow
{
    /// <summary>Fields before the pairs.</summary>
    public const int Header = 6;

    private const int Date = 2, Service = 4;

    /// <summary>What the fields before the pairs hold.</summary>
    public static ReadOnlySpan<string> HeaderNames => IasLine.Header;

    /// <returns>Where the next line begins; 0 for a line that <see cref="IasLine"/> must read.</returns>
    public static int Read(NpsRow row, in NpsSpan at, int start, int limit)
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
        if (!NpsHead.Is(row, Service, Date) || bytes.AsSpan(start, marks[0] - start).ContainsAny(" ]<\""u8))
            return 0;

        ref var byNumber = ref MemoryMarshal.GetArrayDataReference(NpsAttributeIds.ByNumber);
        ref var id = ref row.Ids[Header];
        ref var mark = ref marks[Header - 1];
        ref var last = ref Unsafe.Add(ref mark, separators - Header + 1);
        for (; Unsafe.IsAddressLessThan(ref mark, ref last); mark = ref Unsafe.Add(ref mark, 2))
        {
            var from = mark + 1;
            var number = Number(ref NpsBlock.At(bytes, from), Unsafe.Add(ref mark, 1) - from);
            if ((uint)(number - NpsAttributeIds.LeastNumber) >= NpsAttributeIds.MostNumber - NpsAttributeIds.LeastNumber)
                return 0;
            id = Unsafe.Add(ref byNumber, number - NpsAttributeIds.LeastNumber);
            id = ref Unsafe.Add(ref id, 1);
        }

        row.Fields = Header + (separators - Header + 1) / 2;
        return next;
    }

    /// <summary>Four digits at once: each byte less '0', then tens and hundreds by multiplication.</summary>
    /// <returns><see cref="int.MaxValue"/> for what is no number of one to four digits, or of up to three behind a sign.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Number(ref byte text, int length)
    {
        // Numbers with a sign stand among the others in any order: no branch can foretell them.
        var sign = text == '-' ? 1 : 0;
        length -= sign;
        if (!BitConverter.IsLittleEndian || (uint)(length - 1) >= (uint)(4 - sign))
            return int.MaxValue;
        var shift = 32 - length * 8;
        var digits = (Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref text, sign)) << shift) - (0x30303030u << shift);
        if (((digits | (digits + 0x76767676u)) & 0x80808080u) != 0)
            return int.MaxValue;
        digits = (digits * (1 + (10 << 8)) >> 8) & 0x00FF00FF;
        var number = (int)(digits * (1 + (100 << 16)) >> 16);
        return (number ^ -sign) + sign;
    }

    /// <summary>The attribute's number as it is written, of one that the table does not know.</summary>
    public static string Written(NpsRow row, int field)
    {
        var mark = 2 * field - Header - 1;
        return NpsAttributeTable.OfNumber(Number(ref NpsBlock.At(row.Buffer, row.Marks[mark] + 1), row.Marks[mark + 1] - row.Marks[mark] - 1));
    }
}
