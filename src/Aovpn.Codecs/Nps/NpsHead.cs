using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Aovpn.Codecs.Nps;

/// <summary>Service, date and time, by which a line of both formats with separators is known: at one look where they are in their usual form.</summary>
internal static class NpsHead
{
    /// <param name="service">Its column, from 0 and not the first.</param>
    /// <param name="date">Its column, from 0; the time is the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Is(NpsRow row, int service, int date)
    {
        var marks = row.Marks;
        var (day, time, end) = (marks[date - 1] + 1, marks[date] + 1, marks[date + 1]);
        return time - day == NpsTimes.DateLength + 1 && end - time == NpsTimes.TimeLength && NpsTimes.IsDateAndTime(ref NpsBlock.At(row.Buffer, day))
            ? IsService(ref NpsBlock.At(row.Buffer, marks[service - 1]), marks[service] - marks[service - 1])
            : NpsLineForm.IsHead(row.CellText(service), row.CellText(date), row.CellText(date + 1));
    }

    /// <summary>Bytes of what <see cref="IsQuoted"/> knows, and of what <see cref="IsDayFirst"/> knows.</summary>
    public const int QuotedLength = 27, DayFirstLength = 24;

    /// <summary>Whether <c>,"IAS",11/22/2026,10:15:00,</c> begins at a separator, as in the database-compatible format.</summary>
    /// <param name="separator">40 bytes can be read.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsQuoted(ref byte separator) =>
        Unsafe.ReadUnaligned<ushort>(ref separator) == Two(",\""u8) & Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref separator, 5)) == Two("\","u8)
        && IsName(ref Unsafe.Add(ref separator, 1))
        && NpsTimes.IsDateAndTime(ref Unsafe.Add(ref separator, 7)) && Unsafe.Add(ref separator, QuotedLength - 1) == ',';

    /// <summary>Whether <c>,11/22/2026,10:15:00,IAS,</c> begins at a separator, as in the IAS format.</summary>
    /// <param name="separator">40 bytes can be read.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsDayFirst(ref byte separator) =>
        separator == ',' & Unsafe.Add(ref separator, 20) == ',' & Unsafe.Add(ref separator, DayFirstLength) == ','
        && NpsTimes.IsDateAndTime(ref Unsafe.Add(ref separator, 1)) && IsName(ref Unsafe.Add(ref separator, 20));

    /// <summary>Where a line's text ends.</summary>
    /// <param name="feed">Its line feed, before which are four bytes at least.</param>
    /// <returns>False for one that the careful readers cut elsewhere, or that has something between a quotation mark and its end.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsTextEnd(byte[] bytes, int feed, out int end)
    {
        ref var last = ref NpsBlock.At(bytes, feed - 1);
        end = feed;
        if (last == '\r')
        {
            end--;
            last = ref Unsafe.Subtract(ref last, 1);
        }
        else if (Unsafe.Subtract(ref last, 1) == '"' && last is not ((byte)'"' or (byte)','))
        {
            return false;
        }

        return last is not ((byte)' ' or (byte)'\t' or (byte)'`');
    }

    /// <param name="separator">Before the service.</param>
    /// <param name="length">From there to the next: a separator and three letters, with two quotation marks or none.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsService(ref byte separator, int length)
    {
        if (length == 6 && Unsafe.Add(ref separator, 1) == '"')
            separator = ref Unsafe.Add(ref separator, 1);
        else if (length != 4)
            return false;
        return IsName(ref separator);
    }

    /// <summary>Behind one byte, which is looked at with it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsName(ref byte before)
    {
        var name = Unsafe.ReadUnaligned<uint>(ref before) ^ before;
        return name == Word("\0IAS"u8) || name == Word("\0NPS"u8) || name == Word("\0RAS"u8);
    }

    private static ushort Two(ReadOnlySpan<byte> text) => Unsafe.ReadUnaligned<ushort>(ref MemoryMarshal.GetReference(text));

    private static uint Word(ReadOnlySpan<byte> text) => Unsafe.ReadUnaligned<uint>(ref MemoryMarshal.GetReference(text));
}
