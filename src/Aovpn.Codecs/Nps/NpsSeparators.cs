using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Aovpn.Codecs.Nps;

/// <summary>
/// Finds the commas outside of quotation marks up to the line's end, 64 bytes at a time. Only of lines that are written as the formats say:
/// a value that begins with a quotation mark ends with one. Others are left to <see cref="OdbcLine"/> and <see cref="IasLine"/>.
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
        ref var table = ref NpsMarks.Table;
        var most = marks.Length - NpsBlock.Length - NpsMarks.Slack;
        var (count, carriageReturn) = (0, -1);
        ulong inside = 0, afterSeparator = 1, afterClosing = 0;
        for (var at = start; ; at += NpsBlock.Length)
        {
            ref var block = ref NpsBlock.At(bytes, at);

            // A tag may begin a record of the XML format behind one that was cut.
            var ends = NpsBlock.UpToLineFeedOrTag(ref block);
            var quotes = NpsBlock.Equal(ref block, (byte)'"');
            var commas = NpsBlock.Equal(ref block, (byte)',');

            // Up to the first end; all, if there is none.
            var before = (ends - 1) & ~ends;
            (quotes, commas) = (quotes & before, commas & before);
            var within = NpsBlock.PrefixParity(quotes) ^ inside;
            var separators = commas & ~within;
            var closing = quotes & ~within;
            var odd = Odd(quotes & within, closing << 1 | afterClosing, separators, afterSeparator, ends);
            if (odd != 0)
            {
                if (!IsRegular(bytes, at, ends, ref quotes, inside, commas, afterSeparator, afterClosing, ref carriageReturn))
                    break;
                within = NpsBlock.PrefixParity(quotes) ^ inside;
                (separators, closing) = (commas & ~within, quotes & ~within);
            }

            count += NpsMarks.Dense(separators, at, ref table, ref Unsafe.Add(ref mark, count));
            if (ends != 0)
            {
                var until = BitOperations.TrailingZeroCount(ends);
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

    /// <summary>Quotation marks that open where no value begins, and what stands behind one that closes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Odd(ulong opening, ulong behind, ulong separators, ulong afterSeparator, ulong ends) =>
        (opening & ~(separators << 1 | afterSeparator | behind)) | (behind & ~(separators | opening | ends));

    /// <summary>
    /// A quotation mark inside a value that did not begin with one is a letter as any other: it is taken out of <paramref name="quotes"/>, the first
    /// first, since it decides what the next one is. A closing quotation mark may stand before the line's end.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsRegular(
        byte[] bytes, int at, ulong ends, ref ulong quotes, ulong inside, ulong commas, ulong afterSeparator, ulong afterClosing, ref int carriageReturn)
    {
        while (true)
        {
            var within = NpsBlock.PrefixParity(quotes) ^ inside;
            var opening = quotes & within;
            var odd = Odd(opening, (quotes & ~within) << 1 | afterClosing, commas & ~within, afterSeparator, ends);
            if (odd == 0)
                return true;
            var first = odd & (0 - odd);
            if ((first & opening) == 0)
            {
                if (carriageReturn >= 0 || first != odd)
                    return false;
                carriageReturn = at + BitOperations.TrailingZeroCount(odd);
                return bytes[carriageReturn] == '\r';
            }

            quotes &= ~first;
        }
    }
}
