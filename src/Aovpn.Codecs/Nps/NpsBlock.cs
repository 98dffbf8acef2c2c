using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Aovpn.Codecs.Nps;

/// <summary>64 bytes looked at together: where a byte is among them, as bits, the first byte's lowest.</summary>
internal static class NpsBlock
{
    public const int Length = 64;

    /// <summary>Positions written behind the last one that counts; an array of marks has that much room at its end.</summary>
    public const int Slack = 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Equal(ref byte block, byte value)
    {
        if (Avx512BW.IsSupported)
            return Vector512.Equals(Vector512.LoadUnsafe(ref block), Vector512.Create(value)).ExtractMostSignificantBits();
        if (Avx2.IsSupported)
        {
            var same = Vector256.Create(value);
            var low = (uint)Avx2.MoveMask(Avx2.CompareEqual(Vector256.LoadUnsafe(ref block), same));
            var high = (uint)Avx2.MoveMask(Avx2.CompareEqual(Vector256.LoadUnsafe(ref block, 32), same));
            return low | (ulong)high << 32;
        }

        var one = Vector128.Create(value);
        return Joined(
            Vector128.Equals(Vector128.LoadUnsafe(ref block), one), Vector128.Equals(Vector128.LoadUnsafe(ref block, 16), one),
            Vector128.Equals(Vector128.LoadUnsafe(ref block, 32), one), Vector128.Equals(Vector128.LoadUnsafe(ref block, 48), one));
    }

    /// <summary>Line feeds, and what stands in no line that is read fast: NUL, tab and their neighbours.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong UpToLineFeed(ref byte block)
    {
        if (Avx512BW.IsSupported)
            return Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref block), Vector512.Create((byte)'\n')).ExtractMostSignificantBits();
        if (Avx2.IsSupported)
            return Low(Vector256.LoadUnsafe(ref block)) | (ulong)Low(Vector256.LoadUnsafe(ref block, 32)) << 32;

        return Joined(
            Narrow(Vector128.LoadUnsafe(ref block)), Narrow(Vector128.LoadUnsafe(ref block, 16)), Narrow(Vector128.LoadUnsafe(ref block, 32)), Narrow(Vector128.LoadUnsafe(ref block, 48)));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static Vector128<byte> Narrow(Vector128<byte> bytes) => Vector128.Equals(Vector128.Min(bytes, Vector128.Create((byte)'\n')), bytes);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static uint Low(Vector256<byte> bytes) => (uint)Avx2.MoveMask(Avx2.CompareEqual(Avx2.Min(bytes, Vector256.Create((byte)'\n')), bytes));
    }

    /// <summary><see cref="UpToLineFeed"/>, and where tags open.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong UpToLineFeedOrTag(ref byte block)
    {
        if (Avx2.IsSupported)
            return Wide(Vector256.LoadUnsafe(ref block)) | (ulong)Wide(Vector256.LoadUnsafe(ref block, 32)) << 32;
        return Narrow(ref block) | (ulong)Narrow(ref Unsafe.Add(ref block, 16)) << 16 | (ulong)Narrow(ref Unsafe.Add(ref block, 32)) << 32 | (ulong)Narrow(ref Unsafe.Add(ref block, 48)) << 48;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static uint Wide(Vector256<byte> bytes) =>
            (uint)Avx2.MoveMask(Avx2.Or(Avx2.CompareEqual(Avx2.Min(bytes, Vector256.Create((byte)'\n')), bytes), Avx2.CompareEqual(bytes, Vector256.Create((byte)'<'))));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static uint Narrow(ref byte block)
        {
            var bytes = Vector128.LoadUnsafe(ref block);
            return (Vector128.Equals(Vector128.Min(bytes, Vector128.Create((byte)'\n')), bytes) | Vector128.Equals(bytes, Vector128.Create((byte)'<'))).ExtractMostSignificantBits();
        }
    }

    /// <summary>Each bit is the parity of the bits up to it: between quotation marks, 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong PrefixParity(ulong bits)
    {
        if (Pclmulqdq.IsSupported)
            return Pclmulqdq.CarrylessMultiply(Vector128.CreateScalar(bits), Vector128<ulong>.AllBitsSet, 0).ToScalar();
        bits ^= bits << 1;
        bits ^= bits << 2;
        bits ^= bits << 4;
        bits ^= bits << 8;
        bits ^= bits << 16;
        return bits ^ bits << 32;
    }

    /// <summary>Writes the positions of bits, eight at a time, which spares the branch a misprediction each.</summary>
    /// <param name="marks">With room for <see cref="Slack"/> more than there are bits.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ulong bits, int position, ref int marks)
    {
        while (bits != 0)
        {
            marks = Next(ref bits, position);
            Unsafe.Add(ref marks, 1) = Next(ref bits, position);
            Unsafe.Add(ref marks, 2) = Next(ref bits, position);
            Unsafe.Add(ref marks, 3) = Next(ref bits, position);
            if (bits == 0)
                return;
            Unsafe.Add(ref marks, 4) = Next(ref bits, position);
            Unsafe.Add(ref marks, 5) = Next(ref bits, position);
            Unsafe.Add(ref marks, 6) = Next(ref bits, position);
            Unsafe.Add(ref marks, 7) = Next(ref bits, position);
            marks = ref Unsafe.Add(ref marks, Slack);
        }
    }

    /// <summary>Whether two texts of at most 32 bytes are the same; 32 bytes of each can be read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsSame(ref byte one, ref byte other, int length) =>
        (Vector256.Equals(Vector256.LoadUnsafe(ref one), Vector256.LoadUnsafe(ref other)).ExtractMostSignificantBits() | (uint)(~0UL << length)) == uint.MaxValue;

    public static ref byte At(byte[] bytes, int position) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(bytes), position);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Next(ref ulong bits, int position)
    {
        var at = position + System.Numerics.BitOperations.TrailingZeroCount(bits);
        bits &= bits - 1;
        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Joined(Vector128<byte> first, Vector128<byte> second, Vector128<byte> third, Vector128<byte> fourth) =>
        first.ExtractMostSignificantBits() | (ulong)second.ExtractMostSignificantBits() << 16
        | (ulong)third.ExtractMostSignificantBits() << 32 | (ulong)fourth.ExtractMostSignificantBits() << 48;
}
