using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Aovpn.Codecs.Nps;

/// <summary>
/// Separators of many lines found in one go, without a branch that depends on what stands in them, and kept as bits: to write down where each is
/// takes twice as long as to find it, and few are asked for. What <see cref="NpsSeparators"/> finds of a line this finds too, or says that it does not know.
/// </summary>
internal sealed class NpsSeparatorIndex
{
    private const int MostBlocks = 128, LeastBlocks = 16;

    // Of each block: line ends (or what else ends a line that is read fast), separators, the inside of quotation marks, what is against the rules, and
    // how many separators were before.
    private readonly ulong[] _ends = new ulong[MostBlocks], _separators = new ulong[MostBlocks], _within = new ulong[MostBlocks], _odd = new ulong[MostBlocks];
    private readonly int[] _before = new int[MostBlocks];
    private int _from, _blocks, _reach = LeastBlocks;

    // The line that was found: its first and last block, which bits of them are its own, its first separator's number and how many it has.
    private int _first, _last, _firstNumber, _count;
    private ulong _firstBits, _lastBits;

    /// <summary>Another window: what was found is of no use.</summary>
    public void Forget() => _blocks = 0;

    /// <param name="bytes">At least <see cref="NpsBlock.Length"/> more than may be looked at, NUL behind it.</param>
    /// <param name="start">Where the line begins.</param>
    /// <param name="limit">Where the window ends.</param>
    /// <param name="end">Position of the line feed.</param>
    /// <returns>How many separators; -1 for a line that <see cref="NpsSeparators"/> must look at.</returns>
    public int Find(byte[] bytes, int start, int limit, out int end)
    {
        var at = start - _from;
        if ((uint)at >= (uint)(_blocks * NpsBlock.Length) || (at > 0 && (_within[(at - 1) >> 6] >> (at - 1) & 1) != 0) || !HasEnd(at))
        {
            Scan(bytes, start, limit);
            at = 0;
            if (!HasEnd(0))
            {
                end = 0;
                return -1;
            }
        }

        var block = at >> 6;
        var from = ~0UL << at;
        (_first, _firstBits) = (block, from);
        _firstNumber = _before[block] + BitOperations.PopCount(_separators[block] & ~from);
        var (ends, odd, oddBefore) = (_ends[block] & from, _odd[block] & from, 0UL);
        while (ends == 0)
        {
            block++;
            oddBefore |= odd;
            (ends, odd) = (_ends[block], _odd[block]);
        }

        var below = (ends - 1) & ~ends;
        var last = ends & ~(ends - 1);
        end = _from + block * NpsBlock.Length + BitOperations.PopCount(below);
        odd &= below;
        if (oddBefore != 0 || (odd != 0 && (odd != last >> 1 || bytes[end - 1] != '\r')) || (_within[block] & last) != 0 || end >= limit || bytes[end] != '\n')
            return -1;
        (_last, _lastBits) = (block, below);
        return _count = _before[block] + BitOperations.PopCount(_separators[block] & below) - _firstNumber;
    }

    /// <summary>Where all separators of the line that was found are; there is room.</summary>
    public void Mark(int[] marks)
    {
        ref var mark = ref MemoryMarshal.GetArrayDataReference(marks);
        for (var (block, bits) = (_first, _firstBits); block <= _last; (block, bits) = (block + 1, ~0UL))
        {
            bits &= _separators[block] & (block == _last ? _lastBits : ~0UL);
            mark = ref Unsafe.Add(ref mark, NpsMarks.Sparse(bits, _from + block * NpsBlock.Length, ref mark));
        }
    }

    /// <summary>Where the first separators of the line are.</summary>
    /// <param name="most">How many are wanted, if there are as many.</param>
    public void MarkFirst(int[] marks, int most)
    {
        most = Math.Min(most, _count);
        var (block, bits) = (_first, _separators[_first] & _firstBits);
        for (var at = 0; at < most; at++)
        {
            while (bits == 0)
                bits = _separators[++block];
            marks[at] = _from + block * NpsBlock.Length + NpsMarks.Lowest(bits);
            bits &= bits - 1;
        }
    }

    /// <summary>Where a column begins and ends: the separator before it and, if there is one, that behind it.</summary>
    /// <param name="column">From 1, at most as many as there are separators.</param>
    public void MarkColumn(int[] marks, int column)
    {
        var (block, number) = (_first, _firstNumber + column - 1);
        while (block < _last && _before[block + 1] <= number)
            block++;
        var bits = _separators[block];
        var at = NpsMarks.Select(bits, number - _before[block]);
        marks[column - 1] = _from + block * NpsBlock.Length + at;
        if (column == _count)
            return;
        bits &= ~1UL << at;
        while (bits == 0)
            bits = _separators[++block];
        marks[column] = _from + block * NpsBlock.Length + NpsMarks.Lowest(bits);
    }

    /// <summary>Whether a line that begins there ends among the blocks.</summary>
    private bool HasEnd(int at)
    {
        var block = at >> 6;
        var ends = _ends[block] & ~0UL << at;
        while (ends == 0 && ++block < _blocks)
            ends = _ends[block];
        return ends != 0;
    }

    /// <summary>From a line's beginning: less where lines are often such that it must begin anew.</summary>
    private void Scan(byte[] bytes, int start, int limit)
    {
        var isOften = start - _from < _blocks * NpsBlock.Length / 2;
        _reach = isOften ? LeastBlocks : Math.Min(_reach * 2, MostBlocks);
        (_from, _blocks) = (start, Math.Min(_reach, (limit - start + NpsBlock.Length - 1) / NpsBlock.Length));

        var count = 0;
        ulong inside = 0, afterSeparator = 1, afterClosing = 0;
        for (var block = 0; block < _blocks; block++)
        {
            ref var text = ref NpsBlock.At(bytes, start + block * NpsBlock.Length);
            var ends = NpsBlock.AllUpToLineFeedOrTag(ref text);
            var quotes = NpsBlock.Equal(ref text, (byte)'"');
            var commas = NpsBlock.Equal(ref text, (byte)',');
            var within = NpsBlock.PrefixParity(quotes) ^ inside;
            var separators = commas & ~within;
            var (opening, closing) = (quotes & within, quotes & ~within);
            var behind = closing << 1 | afterClosing;

            // A value begins behind a separator and behind a line's end.
            var between = separators | ends;
            _odd[block] = (opening & ~(between << 1 | afterSeparator | behind)) | (behind & ~(between | opening));
            (_ends[block], _separators[block], _within[block], _before[block]) = (ends, separators, within, count);
            count += BitOperations.PopCount(separators);
            (inside, afterSeparator, afterClosing) = ((ulong)((long)within >> 63), between >> 63, closing >> 63);
        }
    }
}
