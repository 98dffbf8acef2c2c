using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Aovpn.Codecs.Nps;

/// <summary>Writes the positions of the bits of a block into an array, without a branch that depends on how many there are, or with few.</summary>
/// <remarks>
/// The product is compiled ahead of time for processors without BMI, on which to count trailing zeros is slow; see
/// docs/decisions/0011. Both ways avoid it.
/// </remarks>
internal static class NpsMarks
{
    /// <summary>Positions written behind the last one that counts; an array of marks has that much room at its end.</summary>
    public const int Slack = 8;

    private const ulong Ones = 0x0101010101010101, Highest = 0x8080808080808080;

    /// <summary>For each byte the places of its bits, lowest first.</summary>
    private static readonly int[] Places = AllPlaces();

    /// <summary>
    /// Whether PDEP is one operation. AMD's processors before family 25 (Zen 3) do it in microcode, a step for each bit.
    /// </summary>
    private static readonly bool DepositsFast = !IsAmd() || Family() >= 25;

    /// <summary>The table of <see cref="Dense"/>, to be fetched once before a loop.</summary>
    public static ref int Table => ref MemoryMarshal.GetArrayDataReference(Places);

    /// <summary>For bits that stand close. Each byte of them is looked up; how many stood before it, a multiplication says for all.</summary>
    /// <param name="bits">The first byte's lowest.</param>
    /// <param name="position">Of the block.</param>
    /// <param name="table"><see cref="Table"/>.</param>
    /// <param name="marks">With room for <see cref="Slack"/> more than there are bits.</param>
    /// <returns>How many bits.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Dense(ulong bits, int position, ref int table, ref int marks)
    {
        var counts = bits - (bits >> 1 & 0x5555555555555555);
        counts = (counts & 0x3333333333333333) + (counts >> 2 & 0x3333333333333333);
        counts = ((counts + (counts >> 4)) & 0x0F0F0F0F0F0F0F0F) * Ones;

        var places = Vector128.Create(position);
        var next = Vector128.Create(8);
        Write(ref table, (byte)bits, places, ref marks, 0);
        Write(ref table, (byte)(bits >> 8), places += next, ref marks, (byte)counts);
        Write(ref table, (byte)(bits >> 16), places += next, ref marks, (byte)(counts >> 8));
        Write(ref table, (byte)(bits >> 24), places += next, ref marks, (byte)(counts >> 16));
        Write(ref table, (byte)(bits >> 32), places += next, ref marks, (byte)(counts >> 24));
        Write(ref table, (byte)(bits >> 40), places += next, ref marks, (byte)(counts >> 32));
        Write(ref table, (byte)(bits >> 48), places += next, ref marks, (byte)(counts >> 40));
        Write(ref table, (byte)(bits >> 56), places + next, ref marks, (byte)(counts >> 48));
        return (int)(counts >> 56);
    }

    /// <summary>How many bits are set. Without a call: around one, whatever is in registers would go to memory and back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Count(ulong bits)
    {
        if (Popcnt.X64.IsSupported)
            return (int)Popcnt.X64.PopCount(bits);
        bits -= bits >> 1 & 0x5555555555555555;
        bits = (bits & 0x3333333333333333) + (bits >> 2 & 0x3333333333333333);
        return (int)(((bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0F) * Ones >> 56);
    }

    /// <summary>The place of the lowest bit; there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Lowest(ulong bits) =>
        Bmi1.X64.IsSupported ? (int)Bmi1.X64.TrailingZeroCount(bits) : Count(~bits & (bits - 1));

    /// <summary>The place of a bit by its number among those that are set, from 0; there are more.</summary>
    /// <param name="places"><see cref="SmallPlaces"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Select(ulong bits, int number, ref byte places)
    {
        if (Bmi2.X64.IsSupported && DepositsFast)
            return (int)Bmi1.X64.TrailingZeroCount(Bmi2.X64.ParallelBitDeposit(1UL << number, bits));

        // How many bits are set up to each byte's end; in how many bytes that is not yet beyond the number: the byte is the one behind them.
        var counts = bits - (bits >> 1 & 0x5555555555555555);
        counts = (counts & 0x3333333333333333) + (counts >> 2 & 0x3333333333333333);
        counts = ((counts + (counts >> 4)) & 0x0F0F0F0F0F0F0F0F) * Ones;
        var beyond = ((counts | Highest) - ((ulong)number + 1) * Ones) & Highest;
        var shift = 64 - 8 * Count(beyond);
        var before = (int)((counts << 8) >> shift) & 0xFF;
        return shift + Unsafe.Add(ref places, ((int)(bits >> shift) & 0xFF) * 8 + number - before);
    }

    /// <summary>For bits that stand far apart: four at a time.</summary>
    /// <inheritdoc cref="Dense"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Sparse(ulong bits, int position, ref int marks)
    {
        if (Bmi1.X64.IsSupported || !Popcnt.X64.IsSupported)
            return Zeros(bits, position, ref marks);
        var count = (int)Popcnt.X64.PopCount(bits);
        while (bits != 0)
        {
            marks = Next(ref bits, position);
            Unsafe.Add(ref marks, 1) = Next(ref bits, position);
            Unsafe.Add(ref marks, 2) = Next(ref bits, position);
            Unsafe.Add(ref marks, 3) = Next(ref bits, position);
            marks = ref Unsafe.Add(ref marks, 4);
        }

        return count;

        // The bits below the lowest that is set, counted.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static int Next(ref ulong bits, int position)
        {
            var less = bits - 1;
            var at = position + (int)Popcnt.X64.PopCount(~bits & less);
            bits &= less;
            return at;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Zeros(ulong bits, int position, ref int marks)
    {
        var count = BitOperations.PopCount(bits);
        for (; bits != 0; bits &= bits - 1)
        {
            marks = position + BitOperations.TrailingZeroCount(bits);
            marks = ref Unsafe.Add(ref marks, 1);
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(ref int table, byte bits, Vector128<int> places, ref int marks, byte before)
    {
        ref var known = ref Unsafe.Add(ref table, (nuint)bits * 8);
        ref var mark = ref Unsafe.Add(ref marks, (nuint)before);
        (places + Vector128.LoadUnsafe(ref known)).StoreUnsafe(ref mark);
        (places + Vector128.LoadUnsafe(ref known, 4)).StoreUnsafe(ref mark, 4);
    }

    /// <summary>For each byte the places of its bits, lowest first; to be kept by who uses it for one bit at a time.</summary>
    public static byte[] SmallPlaces() => [.. Places.Select(place => (byte)place)];

    private static bool IsAmd() => X86Base.IsSupported && X86Base.CpuId(0, 0).Ecx == 0x444D4163; // The last four letters of AuthenticAMD.

    private static int Family()
    {
        var signature = X86Base.CpuId(1, 0).Eax;
        return (signature >> 8 & 15) + (signature >> 20 & 255);
    }

    private static int[] AllPlaces()
    {
        var all = new int[256 * 8];
        for (var bits = 0; bits < 256; bits++)
        {
            for (int place = 0, count = 0; place < 8; place++)
            {
                if ((bits >> place & 1) != 0)
                    all[bits * 8 + count++] = place;
            }
        }

        return all;
    }
}
