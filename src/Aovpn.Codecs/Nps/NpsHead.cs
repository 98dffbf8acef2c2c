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

    /// <param name="separator">Before the service.</param>
    /// <param name="length">From there to the next: a separator and three letters, with two quotation marks or none.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsService(ref byte separator, int length)
    {
        if (length == 6 && Unsafe.Add(ref separator, 1) == '"')
            separator = ref Unsafe.Add(ref separator, 1);
        else if (length != 4)
            return false;
        var four = Unsafe.ReadUnaligned<uint>(ref separator);
        var first = separator;
        return four == Word(first == '"' ? "\"IAS"u8 : ",IAS"u8) || four == Word(first == '"' ? "\"NPS"u8 : ",NPS"u8) || four == Word(first == '"' ? "\"RAS"u8 : ",RAS"u8);
    }

    private static uint Word(ReadOnlySpan<byte> text) => Unsafe.ReadUnaligned<uint>(ref MemoryMarshal.GetReference(text));
}
