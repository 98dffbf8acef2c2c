using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Aovpn.Codecs.Nps;

/// <summary>
/// A record of the DTS Compliant format on one line, as NPS writes it: <c>&lt;Name data_type="1"&gt;value&lt;/Name&gt;</c> without a gap, elements in
/// any order. Where tags open is enough to find everything else; all of it is compared.
/// </summary>
internal static class DtsRow
{
    /// <summary><c> data_type="0"&gt;</c></summary>
    private const int TypeLength = 15;

    /// <returns>Where the next record begins; 0 for one that <see cref="DtsEvent"/> must read.</returns>
    public static int Read(NpsRow row, NpsSpan at, int start, int limit)
    {
        var bytes = row.Buffer;
        if (!bytes.AsSpan(start, limit - start).StartsWith("<Event>"u8))
            return 0;
        var count = NpsAngles.Find(bytes, start, row.Marks, out var hasEntities);
        var marks = row.Marks.AsSpan(0, count);
        var fields = 0;
        var before = start + "<Event>".Length;
        for (var mark = 1; mark + 1 < marks.Length; mark += 2)
        {
            var (open, close, next) = (marks[mark], marks[mark + 1], mark + 2 < marks.Length ? marks[mark + 2] : 0);
            if (open != before || bytes[open] != '<')
                return 0;
            if (bytes[open + 1] == '/')
                return End(row, at, start, open, limit, fields);

            var length = next - close - 3;
            if (length <= 0 || !IsElement(ref NpsBlock.At(bytes, open + 1), ref NpsBlock.At(bytes, close), length) || close - open - 1 < length + TypeLength)
                return 0;
            before = next;
            var id = NpsElementNames.Id(ref NpsBlock.At(bytes, open + 1), length);
            if (id < 0)
                return 0;
            var (value, size) = (open + 1 + length + TypeLength, close - open - 1 - length - TypeLength);
            if (size == 0 || NpsAttributeIds.IsSecret(id))
                continue;
            (row.Ids[fields], row.Starts[fields], row.Lengths[fields]) = (id, value, size);
            row.Forms[fields] = hasEntities && bytes.AsSpan(value, size).Contains((byte)'&') ? NpsFieldForm.Entities : NpsFieldForm.Plain;
            fields++;
        }

        return 0;
    }

    /// <summary>Whether the tag that opens names the same element as the one that closes it, and a type behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsElement(ref byte name, ref byte close, int length) =>
        Unsafe.ReadUnaligned<ushort>(ref close) == Unsafe.ReadUnaligned<ushort>(ref MemoryMarshal.GetReference("</"u8))
        && Unsafe.Add(ref close, length + 2) == '>'
        && MemoryMarshal.CreateReadOnlySpan(ref name, length).SequenceEqual(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref close, 2), length))
        && IsType(ref Unsafe.Add(ref name, length));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsType(ref byte type)
    {
        var text = " data_type=\"0\">"u8;
        return Unsafe.ReadUnaligned<ulong>(ref type) == Unsafe.ReadUnaligned<ulong>(ref MemoryMarshal.GetReference(text))
            && Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref type, 8)) == Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), 8))
            && char.IsAsciiDigit((char)Unsafe.Add(ref type, 12))
            && Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref type, 13)) == Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), 13));
    }

    /// <summary>Behind the record's end follow its line's end or the next record.</summary>
    private static int End(NpsRow row, NpsSpan at, int start, int close, int limit, int fields)
    {
        var end = close + "</Event>".Length;
        var bytes = row.Buffer.AsSpan(0, limit);
        if (fields == 0 || end > limit || end - start >= NpsLog.MaxRecord || !bytes[close..].StartsWith("</Event>"u8))
            return 0;
        row.Set(NpsLogFormat.Dts, at, start, end, 0, fields);
        while (end < limit && bytes[end] is (byte)'\r' or (byte)' ' or (byte)'\t')
            end++;
        return end < limit && bytes[end] == '\n' ? end + 1 : end;
    }
}
