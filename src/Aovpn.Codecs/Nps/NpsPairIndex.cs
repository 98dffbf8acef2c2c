using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Aovpn.Codecs.Nps;

/// <summary>
/// Whether numbers of attributes stand where they should in lines of the IAS format, told from the bits of whole blocks: separators and line ends
/// counted, a number is between one with an even count and the next, as header and pairs have an even number of both.
/// </summary>
internal sealed class NpsPairIndex(int blocks)
{
    private const int MostBetween = 8;

    // Of each block, with room for one before the first: digits, what is behind an odd number of separators and line ends, separators before numbers,
    // and bytes that are wrong in a number or end a number of a wrong length. In the header everything is wrong: it is left out when bits are counted.
    private readonly ulong[] _digits = new ulong[blocks], _uneven = new ulong[blocks], _beforeNumber = new ulong[blocks], _wrong = new ulong[blocks];

    public void Find(ref byte text, int blocks, ref ulong separators, ref ulong feeds)
    {
        ref var digits = ref At(_digits);
        ref var uneven = ref At(_uneven);
        ref var beforeNumber = ref At(_beforeNumber);
        ref var wrong = ref At(_wrong);
        for (var block = 0; block < blocks; block++)
            Unsafe.Add(ref digits, block) = NpsBlock.Digits(ref Unsafe.Add(ref text, block * NpsBlock.Length));

        var parity = 0UL;
        for (var block = 0; block < blocks; block++)
        {
            var bits = NpsBlock.PrefixParity(Unsafe.Add(ref separators, block) | Unsafe.Add(ref feeds, block)) ^ parity;
            Unsafe.Add(ref uneven, block) = bits;
            parity = (ulong)((long)bits >> 63);
        }

        (Unsafe.Add(ref uneven, -1), Unsafe.Add(ref wrong, -1)) = (~0UL, 0);
        for (var block = 0; block < blocks; block += Vector128<ulong>.Count)
        {
            var (separator, odd) = (Load(ref separators, block), Load(ref uneven, block));
            var start = Vector128.AndNot(separator, odd);
            var startBefore = Vector128.AndNot(Load(ref separators, block - 1), Load(ref uneven, block - 1));

            // A number has from one to four digits: the separator behind it is two to five bytes from the one before it.
            var empty = start << 1 | startBefore >>> 63;
            var two = start << 2 | startBefore >>> 62 | start << 3 | startBefore >>> 61;
            var reached = two | start << 4 | startBefore >>> 60 | start << 5 | startBefore >>> 59;
            var others = ~(odd | separator | Load(ref feeds, block) | Load(ref digits, block));
            start.StoreUnsafe(ref Unsafe.Add(ref beforeNumber, block));
            (others | (separator & odd & (empty | ~reached))).StoreUnsafe(ref Unsafe.Add(ref wrong, block));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static Vector128<ulong> Load(ref ulong bits, int block) => Vector128.LoadUnsafe(ref Unsafe.Add(ref bits, block));
    }

    /// <summary>Whether nothing is wrong behind a separator.</summary>
    /// <param name="separator">From where the blocks begin.</param>
    /// <param name="end">Of the line, likewise.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool AreRight(int separator, int end)
    {
        var (first, last) = (separator >> 6, end >> 6);
        ref var wrongOf = ref At(_wrong);
        var after = Unsafe.Add(ref wrongOf, first) & (~1UL << separator);
        var before = Unsafe.Add(ref wrongOf, last) & ((1UL << end) - 1);
        if (first == last)
            return (after & ((1UL << end) - 1)) == 0;
        var wrong = after | before;
        if (last - first > MostBetween + 1)
            return wrong == 0 && !_wrong.AsSpan(first + 2, last - first - 1).ContainsAnyExcept(0UL);

        // As many as most lines have, each time the same: no branch could foretell how many they are.
        for (var block = first + 1; block <= first + MostBetween; block++)
            wrong |= Unsafe.Add(ref wrongOf, block < last ? block : -1);
        return wrong == 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsBeforeNumber(int separator) => (Unsafe.Add(ref At(_beforeNumber), separator >> 6) >> separator & 1) != 0;

    /// <summary>Of the first block; there is room for one before it.</summary>
    private static ref ulong At(ulong[] bits) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(bits), 1);
}
