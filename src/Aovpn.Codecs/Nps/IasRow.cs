using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Aovpn.Codecs.Nps;

/// <summary>A line of the IAS format that is as NPS writes it, taken apart with vectors: numbers and values by turns, in any order.</summary>
internal static class IasRow
{
    /// <summary>Fields before the pairs.</summary>
    public const int Header = 6;

    private const int Date = 2, Service = 4, MostSeparators = 1024;

    private static readonly int[] HeaderIds = [.. IasLine.Header.Select(NpsAttributeIds.Of)];

    /// <returns>Where the next line begins; 0 for a line that <see cref="IasLine"/> must read.</returns>
    public static int Read(NpsRow row, NpsLineIndex index, in NpsSpan at, int start, int limit)
    {
        if (index.GoTo(row.Buffer, start, limit, isOfPairs: true) && ReadUsual(row, index, at, start))
            return index.End + 1;
        return ReadOther(row, at, start, limit);
    }

    /// <summary>A line whose head is written as nearly all are and whose attributes have numbers without a sign.</summary>
    private static bool ReadUsual(NpsRow row, NpsLineIndex index, in NpsSpan at, int start)
    {
        // Six fields and pairs behind them: an odd number of separators.
        var separators = index.Count;
        if (separators < Header - 1 || separators % 2 == 0 || separators >= MostSeparators || !NpsHead.IsTextEnd(row.Buffer, index.End, out var end))
            return false;
        var bits = index.Separators(start);
        var (address, user) = (NpsMarks.Lowest(bits), NpsMarks.Lowest(bits & (bits - 1)));
        ref var head = ref NpsBlock.At(row.Buffer, start + user);
        if (!NpsHead.IsDayFirst(ref head) || !IsAddress(row.Buffer, start, address))
            return false;
        var pairs = index.Next(start + user + NpsHead.DayFirstLength + 1, end);
        if (separators > Header - 1 && !index.ArePairs(pairs))
            return false;
        row.Set(NpsLogFormat.Ias, at, start, end, separators, 0);
        row.SetUsual(index, pairs + 1, 0, 0, 0);
        return true;
    }

    private static int ReadOther(NpsRow row, in NpsSpan at, int start, int limit)
    {
        var (bytes, marks) = (row.Buffer, row.Marks);
        var separators = NpsSeparators.Find(bytes, start, limit, marks, out var end);
        if (separators < Header - 1 || separators % 2 == 0 || end - start >= NpsLog.MaxRecord)
            return 0;
        var next = end < limit ? end + 1 : end;
        if (bytes[end - 1] == '\r' && end < limit)
            end--;
        if (bytes[end - 1] is (byte)' ' or (byte)'\t' or (byte)'`')
            return 0;
        row.Set(NpsLogFormat.Ias, at, start, end, separators, 0);
        return NpsHead.Is(row, Service, Date) && IsAddress(bytes, start, marks[0] - start) && Identify(row) ? next : 0;
    }

    /// <summary>Whether the first field cannot be what another program put before the line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsAddress(byte[] bytes, int start, int length)
    {
        if (length > 2 * Vector128<byte>.Count)
            return !bytes.AsSpan(start, length).ContainsAny(" ]<\""u8);
        ref var text = ref NpsBlock.At(bytes, start);
        var others = Others(Vector128.LoadUnsafe(ref text)) | Others(Vector128.LoadUnsafe(ref text, 16)) << 16;
        return (others & ((1UL << length) - 1)) == 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static uint Others(Vector128<byte> text) =>
            (Vector128.Equals(text, Vector128.Create((byte)' ')) | Vector128.Equals(text, Vector128.Create((byte)']'))
                | Vector128.Equals(text, Vector128.Create((byte)'<')) | Vector128.Equals(text, Vector128.Create((byte)'"'))).ExtractMostSignificantBits();
    }

    /// <summary>Finds the ids of a row's attributes.</summary>
    /// <returns>False where a number should stand and does not, or one that is too large.</returns>
    public static bool Identify(NpsRow row)
    {
        var (bytes, separators) = (row.Buffer, row.Separators);
        HeaderIds.AsSpan().CopyTo(row.Ids);
        ref var byNumber = ref MemoryMarshal.GetArrayDataReference(NpsAttributeIds.ByNumber);
        ref var id = ref row.Ids[Header];
        ref var mark = ref row.Marks[Header - 1];
        ref var last = ref Unsafe.Add(ref mark, separators - Header + 1);
        for (; Unsafe.IsAddressLessThan(ref mark, ref last); mark = ref Unsafe.Add(ref mark, 2))
        {
            var from = mark + 1;
            var number = Number(ref NpsBlock.At(bytes, from), Unsafe.Add(ref mark, 1) - from);
            if ((uint)(number - NpsAttributeIds.LeastNumber) >= NpsAttributeIds.MostNumber - NpsAttributeIds.LeastNumber)
                return false;
            id = Unsafe.Add(ref byNumber, number - NpsAttributeIds.LeastNumber);
            id = ref Unsafe.Add(ref id, 1);
        }

        row.Fields = Header + (separators - Header + 1) / 2;
        return true;
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
