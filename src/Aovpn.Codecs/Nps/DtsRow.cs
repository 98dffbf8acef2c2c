using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Aovpn.Codecs.Nps;

/// <summary>
/// A record of the DTS Compliant format on one line, as NPS writes it: <c>&lt;Name data_type="1"&gt;value&lt;/Name&gt;</c> without a gap, elements in
/// any order. Where tags open is enough to find everything else; all of it is compared.
/// </summary>
internal static class DtsRow
{
    /// <summary><c> data_type="0"&gt;</c></summary>
    public const int TypeLength = 15;

    /// <returns>Where the next record begins; 0 for one that <see cref="DtsEvent"/> must read.</returns>
    public static int Read(NpsRow row, NpsSpan at, int start, int limit)
    {
        var bytes = row.Buffer;
        if (Unsafe.ReadUnaligned<ulong>(ref NpsBlock.At(bytes, start)) << 8 != Unsafe.ReadUnaligned<ulong>(ref MemoryMarshal.GetReference("<Event>\0"u8)) << 8)
            return 0;
        var count = NpsAngles.Find(bytes, start, row.Marks);
        var names = NpsElementNames.Known;
        ref var marks = ref MemoryMarshal.GetArrayDataReference(row.Marks);
        ref var id = ref MemoryMarshal.GetArrayDataReference(row.Ids);
        var before = start + "<Event>".Length;
        for (var mark = 1; mark + 1 < count; mark += 2)
        {
            var open = Unsafe.Add(ref marks, mark);
            ref var tag = ref NpsBlock.At(bytes, open);
            if (open != before || tag != '<')
                return 0;
            if (Unsafe.Add(ref tag, 1) == '/')
                return End(row, at, start, open, limit, mark / 2);
            if (mark + 2 >= count)
                return 0;

            var close = Unsafe.Add(ref marks, mark + 1);
            before = Unsafe.Add(ref marks, mark + 2);
            var length = before - close - 3;
            ref var name = ref Unsafe.Add(ref tag, 1);
            if (length is <= 0 or > NpsElementNames.Longest || close - open - 1 < length + TypeLength || !IsElement(ref name, ref NpsBlock.At(bytes, close), length))
                return 0;
            id = names.Id(ref name, length);
            if (id == NpsAttributeIds.None && !IsOther(bytes.AsSpan(open + 1, length), out id))
                return 0;
            id = ref Unsafe.Add(ref id, 1);
        }

        return 0;
    }

    /// <summary>Whether the tag that opens names the same element as the one that closes it, and a type behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsElement(ref byte name, ref byte close, int length) =>
        Unsafe.ReadUnaligned<ushort>(ref close) == Unsafe.ReadUnaligned<ushort>(ref MemoryMarshal.GetReference("</"u8))
        && Unsafe.Add(ref close, length + 2) == '>'
        && NpsBlock.IsSame(ref name, ref Unsafe.Add(ref close, 2), length)
        && IsType(ref Unsafe.Add(ref name, length));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsType(ref byte type)
    {
        ref var text = ref MemoryMarshal.GetReference(" data_type=\"0\">"u8);
        return Unsafe.ReadUnaligned<ulong>(ref type) == Unsafe.ReadUnaligned<ulong>(ref text)
            && Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref type, 8)) == Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref text, 8))
            && char.IsAsciiDigit((char)Unsafe.Add(ref type, 12))
            && Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref type, 13)) == Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref text, 13));
    }

    /// <summary>A name in other letters than the tables', or one that they do not hold.</summary>
    /// <returns>False for what is no name.</returns>
    private static bool IsOther(ReadOnlySpan<byte> name, out int id)
    {
        id = NpsAttributeIds.None;
        if (!DtsEvent.IsName(name))
            return false;
        var spelt = Spelt(name);
        id = NpsAttributeTable.IsSecret(spelt) ? NpsAttributeIds.Secret : NpsAttributeIds.Of(spelt);
        return true;
    }

    private static string Spelt(ReadOnlySpan<byte> name)
    {
        Span<char> letters = stackalloc char[NpsElementNames.Longest];
        return NpsAttributeTable.OfSpelling(letters[..Encoding.Latin1.GetChars(name, letters)]);
    }

    /// <summary>The name of an element that the tables do not hold.</summary>
    public static string Written(NpsRow row, int field)
    {
        var (open, close, next) = (row.Marks[2 * field + 1], row.Marks[2 * field + 2], row.Marks[2 * field + 3]);
        return Spelt(row.Buffer.AsSpan(open + 1, next - close - 3));
    }

    /// <summary>Behind the record's end follow its line's end or the next record.</summary>
    private static int End(NpsRow row, NpsSpan at, int start, int close, int limit, int fields)
    {
        var end = close + "</Event>".Length;
        var bytes = row.Buffer.AsSpan(0, limit);
        if (end > limit || end - start >= NpsLog.MaxRecord || !bytes[close..].StartsWith("</Event>"u8))
            return 0;
        row.Set(NpsLogFormat.Dts, at, start, end, 0, fields);
        if (!row.HasValue())
            return 0;
        while (end < limit && bytes[end] is (byte)'\r' or (byte)' ' or (byte)'\t')
            end++;
        return end < limit && bytes[end] == '\n' ? end + 1 : end;
    }
}
