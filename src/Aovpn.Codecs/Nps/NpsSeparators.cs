using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Aovpn.Codecs.Nps;

/// <summary>
/// Finds the commas outside of quotation marks up to the line's end, 64 bytes at a time. Only of lines that are written as the formats say:
/// a value is in quotation marks as a whole or not at all. Others are left to <see cref="OdbcLine"/> and <see cref="IasLine"/>.
/// </summary>
internal static class NpsSeparators
{
    /// <param name="bytes">At least <see cref="NpsBlock.Length"/> more than may be looked at, NUL behind it.</param>
    /// <param name="start">Where the line begins.</param>
    /// <param name="limit">Where the window ends.</param>
    /// <param name="marks">Receives the positions of the separators.</param>
    /// <param name="end">Position of the line feed, or <paramref name="limit"/>.</param>
    /// <returns>How many separators; -1 for a line that must be read with care.</returns>
    public static int Find(byte[] bytes, int start, int limit, int[] marks, out int end)
    {
        ref var mark = ref MemoryMarshal.GetArrayDataReference(marks);
        var most = marks.Length - NpsBlock.Length - NpsBlock.Slack;
        var (count, carriageReturn) = (0, -1);
        ulong inside = 0, afterSeparator = 1, afterClosing = 0;
        for (var at = start; ; at += NpsBlock.Length)
        {
            ref var block = ref NpsBlock.At(bytes, at);

            // A tag may begin a record of the XML format behind one that was cut.
            var ends = NpsBlock.UpToLineFeedOrTag(ref block);
            var quotes = NpsBlock.Equal(ref block, (byte)'"');
            var commas = NpsBlock.Equal(ref block, (byte)',');
            var until = BitOperations.TrailingZeroCount(ends);
            if (ends != 0)
            {
                var before = (1UL << until) - 1;
                (quotes, commas) = (quotes & before, commas & before);
            }

            var within = NpsBlock.PrefixParity(quotes) ^ inside;
            var separators = commas & ~within;
            var opening = quotes & within;
            var closing = quotes & ~within;
            var behind = closing << 1 | afterClosing;
            var odd = (opening & ~(separators << 1 | afterSeparator | behind)) | (behind & ~(separators | opening | ends));
            if (odd != 0 && !IsCarriageReturn(bytes, at, odd, ref carriageReturn))
                break;

            NpsBlock.Write(separators, at, ref Unsafe.Add(ref mark, count));
            count += BitOperations.PopCount(separators);
            if (ends != 0)
            {
                end = at + until;
                var isEnd = end == limit || (end < limit && bytes[end] == '\n');
                return isEnd && (within >> until & 1) == 0 && (carriageReturn < 0 || (carriageReturn == end - 1 && end < limit)) ? count : -1;
            }

            if (count > most)
                break;
            (inside, afterSeparator, afterClosing) = ((ulong)((long)within >> 63), separators >> 63, closing >> 63);
        }

        end = 0;
        return -1;
    }

    /// <summary>A closing quotation mark may stand before the line's end.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsCarriageReturn(byte[] bytes, int at, ulong odd, ref int carriageReturn)
    {
        if (carriageReturn >= 0 || !BitOperations.IsPow2(odd))
            return false;
        carriageReturn = at + BitOperations.TrailingZeroCount(odd);
        return bytes[carriageReturn] == '\r';
    }
}
