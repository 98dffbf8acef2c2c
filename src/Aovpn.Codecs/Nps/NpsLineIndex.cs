using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Aovpn.Codecs.Nps;

/// <summary>
/// Lines and separators of many records found in one go, without a branch that depends on what stands in them, and kept as bits: to write down
/// where each separator is takes twice as long as to find it, and few are asked for. It stands at one line, which begins and ends where it says and
/// whose separators are known in constant time; of a line that is not written by the rules it says that it does not know.
/// </summary>
internal sealed class NpsLineIndex
{
    private const int MostBlocks = 256, LeastBlocks = 16, MostLines = 4 * MostBlocks;

    /// <summary>Entries behind the last that counts, which are looked at together with it.</summary>
    private const int Slack = 9;

    // Of each block, with room for one before the first: quotation marks, what is between them, separators, line feeds, what is against the rules of
    // quotation marks; and how many separators were before it.
    private readonly ulong[] _quotes = new ulong[MostBlocks + Slack], _within = new ulong[MostBlocks + Slack], _separators = new ulong[MostBlocks + Slack];
    private readonly ulong[] _feeds = new ulong[MostBlocks + Slack], _odd = new ulong[MostBlocks + Slack];
    private readonly int[] _before = new int[MostBlocks + Slack];

    // Of each line: where the one before it ends, and how many separators were before that.
    private readonly int[] _ends = new int[MostLines + NpsBlock.Length + 2], _numbers = new int[MostLines + NpsBlock.Length + 2];
    private readonly NpsPairIndex _pairs = new(MostBlocks + Slack);
    private readonly byte[] _places = NpsMarks.SmallPlaces();
    private byte[] _bytes = [];
    private int _from, _blocks, _lines, _line, _reach = LeastBlocks;
    private bool _hasOdd, _hasTags, _isOfPairs;

    /// <summary>Of the line's first byte.</summary>
    public int Start => Of(_ends, _line) + 1;

    /// <summary>Of the line feed.</summary>
    public int End => Of(_ends, _line + 1);

    /// <summary>How many separators the line has.</summary>
    public int Count => Of(_numbers, _line + 1) - Of(_numbers, _line);

    /// <summary>Another window: what was found is of no use.</summary>
    public void Forget() => _lines = 0;

    /// <summary>Goes to a line.</summary>
    /// <param name="bytes">At least <see cref="NpsBlock.Length"/> more than may be looked at, NUL behind it.</param>
    /// <param name="start">Where the line begins.</param>
    /// <param name="limit">Where the window ends.</param>
    /// <param name="isOfPairs">Whether fields behind the sixth are numbers and values by turns.</param>
    /// <returns>False for a line that must be looked at by itself.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool GoTo(byte[] bytes, int start, int limit, bool isOfPairs)
    {
        var line = _line + 1;
        if (line >= _lines || Of(_ends, line) + 1 != start || isOfPairs != _isOfPairs || !IsFresh(line))
            return Begin(bytes, start, limit, isOfPairs);
        _line = line;
        return !_hasOdd || !IsOdd();
    }

    /// <summary>The separators of the 64 bytes from a position on, the first byte's lowest; they may be beyond the line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Separators(int position)
    {
        var at = position - _from;
        ref var block = ref Unsafe.Add(ref At(_separators), at >> 6);
        return block >> at | Unsafe.Add(ref block, 1) << 1 << ~at;
    }

    /// <summary>The next separator from a position on, or the line's end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Next(int position, int end)
    {
        while (true)
        {
            var bits = Separators(position);
            if (bits != 0)
                return Math.Min(position + NpsMarks.Lowest(bits), end);
            position += NpsBlock.Length;
            if (position >= end)
                return end;
        }
    }

    /// <summary>Where a separator of the line is.</summary>
    /// <param name="number">From 0, less than there are.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Separator(int number)
    {
        number += Of(_numbers, _line);
        var block = (Start - _from) >> 6;
        ref var before = ref MemoryMarshal.GetArrayDataReference(_before);
        while (true)
        {
            // How many of the next eight blocks begin no later than the separator: no branch could foretell it.
            var next = Vector256.LoadUnsafe(ref Unsafe.Add(ref before, block + 1));
            var beyond = NpsMarks.Count(Vector256.GreaterThan(Vector256.Create(number + 1), next).ExtractMostSignificantBits());
            block += beyond;
            if (beyond < 8)
                break;
        }

        return _from + block * NpsBlock.Length + NpsMarks.Select(
            Unsafe.Add(ref At(_separators), block), number - Unsafe.Add(ref before, block), ref MemoryMarshal.GetArrayDataReference(_places));
    }

    /// <summary>Where all separators of the line are; there is room.</summary>
    public void Mark(int[] marks)
    {
        var (start, end) = (Start - _from, End - _from);
        ref var mark = ref MemoryMarshal.GetArrayDataReference(marks);
        for (var block = start >> 6; block <= end >> 6; block++)
        {
            var bits = Unsafe.Add(ref At(_separators), block);
            if (block == start >> 6)
                bits &= ~0UL << start;
            if (block == end >> 6)
                bits &= (1UL << end) - 1;
            mark = ref Unsafe.Add(ref mark, NpsMarks.Sparse(bits, _from + block * NpsBlock.Length, ref mark));
        }
    }

    /// <summary>Whether behind a separator of the line numbers and values take turns up to its end, as they should.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ArePairs(int separator) => _pairs.AreRight(separator - _from, End - _from);

    /// <summary>Whether a separator of the line has the number of an attribute behind it; there are pairs from <see cref="ArePairs"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsBeforeNumber(int separator) => _pairs.IsBeforeNumber(separator - _from);

    /// <summary>The line is among those that are found next.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Begin(byte[] bytes, int start, int limit, bool isOfPairs)
    {
        // Where lines are often such that it must begin anew, it looks less far ahead.
        var isOften = _lines == 0 || start - _from < _blocks * NpsBlock.Length / 2;
        _reach = isOften ? LeastBlocks : Math.Min(_reach * 2, MostBlocks);
        (_bytes, _isOfPairs, _line) = (bytes, isOfPairs, 0);
        Find(start, limit);
        if (_lines == 0 && _reach < MostBlocks)
        {
            _reach = MostBlocks;
            Find(start, limit);
        }

        return _lines > 0 && (!_hasOdd || !IsOdd());
    }

    /// <summary>
    /// Whether what was found of a line is what would be found from its beginning, whatever was odd before: the line's end before it is not between
    /// quotation marks, and numbers stand where an even count has them.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsFresh(int line)
    {
        var end = Of(_ends, line) - _from;
        return (!_hasOdd || (Unsafe.Add(ref At(_within), end >> 6) >> end & 1) == 0) && (!_isOfPairs || ((Of(_numbers, line) + line) & 1) == 0);
    }

    private bool IsOdd()
    {
        var (start, end) = (Start - _from, End - _from);
        var odd = 0UL;
        for (var block = start >> 6; block <= end >> 6; block++)
        {
            var bits = Unsafe.Add(ref At(_odd), block);
            if (block == start >> 6)
                bits &= ~0UL << start;
            if (block == end >> 6)
                bits &= (2UL << end) - 1;
            odd |= bits;
        }

        return odd != 0;
    }

    /// <summary>
    /// One pass for each question, whose answers the next pass finds in the processor's nearest memory: all of them in one would need more
    /// registers than there are.
    /// </summary>
    private void Find(int start, int limit)
    {
        (_from, _blocks) = (start, Math.Min(_reach, (limit - start + NpsBlock.Length - 1) / NpsBlock.Length));
        (_ends[0], _numbers[0]) = (start - 1, 0);
        Look();
        Separate();
        FindOdd();
        FindLines();
        if (_isOfPairs)
            _pairs.Find(ref NpsBlock.At(_bytes, _from), _blocks, ref At(_separators), ref At(_feeds));
    }

    /// <summary>Which bytes are quotation marks, commas, line feeds.</summary>
    private void Look()
    {
        ref var text = ref NpsBlock.At(_bytes, _from);
        ref var quotes = ref At(_quotes);
        ref var separators = ref At(_separators);
        ref var feeds = ref At(_feeds);
        var least = Vector128<byte>.AllBitsSet;
        for (var block = 0; block < _blocks; block++)
        {
            NpsBlock.Look(
                ref Unsafe.Add(ref text, block * NpsBlock.Length), out Unsafe.Add(ref quotes, block), out Unsafe.Add(ref separators, block), out Unsafe.Add(ref feeds, block), ref least);
        }

        _hasTags = Vector128.EqualsAny(least, Vector128<byte>.Zero);
    }

    /// <summary>Which commas are not between quotation marks.</summary>
    private void Separate()
    {
        ref var quotes = ref At(_quotes);
        ref var separators = ref At(_separators);
        ref var within = ref At(_within);
        var inside = 0UL;
        for (var block = 0; block < _blocks; block++)
        {
            var bits = NpsBlock.PrefixParity(Unsafe.Add(ref quotes, block)) ^ inside;
            Unsafe.Add(ref within, block) = bits;
            Unsafe.Add(ref separators, block) &= ~bits;
            inside = (ulong)((long)bits >> 63);
        }
    }

    /// <summary>
    /// What is against the rules of quotation marks. A value begins behind a separator and behind a line's end. Behind the mark that closes one may
    /// stand another, which stands for itself, or a byte before the line's end, of which the row knows what it may be.
    /// </summary>
    private void FindOdd()
    {
        ref var quotes = ref At(_quotes);
        ref var separators = ref At(_separators);
        ref var within = ref At(_within);
        ref var feeds = ref At(_feeds);
        ref var odd = ref At(_odd);

        // Before the first block all is as before a value; behind the last nothing is known.
        (Unsafe.Add(ref quotes, -1), Unsafe.Add(ref separators, -1), Unsafe.Add(ref within, -1), Unsafe.Add(ref feeds, -1)) = (0, 1UL << 63, 0, 0);
        foreach (var bits in (ReadOnlySpan<ulong[]>)[_quotes, _separators, _within, _feeds])
            bits.AsSpan(1 + _blocks, Vector256<ulong>.Count).Clear();
        var any = Vector256<ulong>.Zero;
        for (var block = 0; block < _blocks; block += Vector256<ulong>.Count)
        {
            var (inside, mark, feed) = (Load(ref within, block), Load(ref quotes, block), Load(ref feeds, block));
            var opening = mark & inside;
            var between = Load(ref separators, block) | feed;
            var betweenBefore = Load(ref separators, block - 1) | Load(ref feeds, block - 1);
            var closing = Vector256.AndNot(mark, inside);
            var closingBefore = Vector256.AndNot(Load(ref quotes, block - 1), Load(ref within, block - 1));
            var behind = closing << 1 | closingBefore >>> 63;
            var wrongOpening = Vector256.AndNot(opening, between << 1 | betweenBefore >>> 63 | behind);
            var beforeFeed = feed >>> 1 | Load(ref feeds, block + 1) << 63;
            var wrong = wrongOpening | (feed & inside) | Vector256.AndNot(behind, between | opening | beforeFeed);
            wrong.StoreUnsafe(ref Unsafe.Add(ref odd, block));
            any |= wrong;
        }

        _hasOdd = any != Vector256<ulong>.Zero;
        if (_hasTags)
            MarkTags();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static Vector256<ulong> Load(ref ulong bits, int block) => Vector256.LoadUnsafe(ref Unsafe.Add(ref bits, block));
    }

    private void FindLines()
    {
        ref var separators = ref At(_separators);
        ref var feeds = ref At(_feeds);
        ref var before = ref MemoryMarshal.GetArrayDataReference(_before);
        ref var end = ref MemoryMarshal.GetArrayDataReference(_ends);
        ref var number = ref MemoryMarshal.GetArrayDataReference(_numbers);
        var (count, line, block) = (0, 0, 0);
        for (; block < _blocks && line < MostLines; block++)
        {
            var (bits, ends) = (Unsafe.Add(ref separators, block), Unsafe.Add(ref feeds, block));
            Unsafe.Add(ref before, block) = count;

            // Most blocks have no line's end, some one.
            var below = (ends - 1) & ~ends;
            Unsafe.Add(ref end, line + 1) = _from + block * NpsBlock.Length + NpsMarks.Count(below);
            Unsafe.Add(ref number, line + 1) = count + NpsMarks.Count(bits & below);
            line += ends != 0 ? 1 : 0;
            for (ends &= ends - 1; ends != 0; ends &= ends - 1)
            {
                below = (ends - 1) & ~ends;
                line++;
                Unsafe.Add(ref end, line) = _from + block * NpsBlock.Length + NpsMarks.Count(below);
                Unsafe.Add(ref number, line) = count + NpsMarks.Count(bits & below);
            }

            count += NpsMarks.Count(bits);
        }

        (_blocks, _lines) = (block, line);
        _before.AsSpan(block, Slack).Fill(int.MaxValue);
    }

    /// <summary>Of a line that was found, or of the end of the one before the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Of(int[] lines, int line) => Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(lines), line);

    /// <summary>Of the first block; there is room for one before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref ulong At(ulong[] bits) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(bits), 1);

    /// <summary>A tag may begin a record of the XML format behind one that was cut; a NUL byte cuts one.</summary>
    private void MarkTags()
    {
        for (var block = 0; block < _blocks; block++)
            Unsafe.Add(ref At(_odd), block) |= NpsBlock.NulsAndTags(ref NpsBlock.At(_bytes, _from + block * NpsBlock.Length));
        _hasOdd = true;
    }
}
