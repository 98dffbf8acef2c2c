using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Aovpn.Codecs.Nps;

/// <summary>64 bytes looked at together: where a byte is among them, as bits, the first byte's lowest.</summary>
internal static class NpsBlock
{
    public const int Length = 64;

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

    /// <summary><see cref="UpToLineFeed"/>, and where tags open. Most blocks have neither, which one look tells.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong UpToLineFeedOrTag(ref byte block)
    {
        if (Avx2.IsSupported)
            return Wide(Vector256.LoadUnsafe(ref block)) | (ulong)Wide(Vector256.LoadUnsafe(ref block, 32)) << 32;
        var (first, second, third, fourth) = (EndOrTag(ref block, 0), EndOrTag(ref block, 16), EndOrTag(ref block, 32), EndOrTag(ref block, 48));
        return ((first | second) | (third | fourth)).ExtractMostSignificantBits() == 0 ? 0 : Joined(first, second, third, fourth);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static uint Wide(Vector256<byte> bytes) =>
            (uint)Avx2.MoveMask(Avx2.Or(Avx2.CompareEqual(Avx2.Min(bytes, Vector256.Create((byte)'\n')), bytes), Avx2.CompareEqual(bytes, Vector256.Create((byte)'<'))));
    }

    /// <summary><see cref="UpToLineFeedOrTag"/> without the one look, for who cannot have a branch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong AllUpToLineFeedOrTag(ref byte block) => Avx2.IsSupported
        ? UpToLineFeedOrTag(ref block)
        : Joined(EndOrTag(ref block, 0), EndOrTag(ref block, 16), EndOrTag(ref block, 32), EndOrTag(ref block, 48));

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

    /// <summary>Whether two texts of at most 32 bytes are the same; 32 bytes of each can be read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsSame(ref byte one, ref byte other, int length)
    {
        var low = Vector128.Equals(Vector128.LoadUnsafe(ref one), Vector128.LoadUnsafe(ref other)).ExtractMostSignificantBits();
        var high = Vector128.Equals(Vector128.LoadUnsafe(ref one, 16), Vector128.LoadUnsafe(ref other, 16)).ExtractMostSignificantBits();
        return (low | high << 16 | (uint)(~0UL << length)) == uint.MaxValue;
    }

    /// <summary>Line feeds in a text of any length.</summary>
    public static int CountLineFeeds(ReadOnlySpan<byte> text)
    {
        if (!Sse2.IsSupported)
            return text.Count((byte)'\n');
        var count = 0L;
        while (text.Length >= Length)
        {
            // 127 blocks add at most 2 to a byte each.
            var blocks = Math.Min(text.Length / Length, 127);
            var (even, odd) = (Vector128<byte>.Zero, Vector128<byte>.Zero);
            ref var block = ref MemoryMarshal.GetReference(text);
            for (var at = 0; at < blocks; at++)
            {
                even -= IsLineFeed(ref block, 0) + IsLineFeed(ref block, 16);
                odd -= IsLineFeed(ref block, 32) + IsLineFeed(ref block, 48);
                block = ref Unsafe.Add(ref block, Length);
            }

            var sums = Sse2.SumAbsoluteDifferences(even, Vector128<byte>.Zero).AsInt64() + Sse2.SumAbsoluteDifferences(odd, Vector128<byte>.Zero).AsInt64();
            count += sums.GetElement(0) + sums.GetElement(1);
            text = text[(blocks * Length)..];
        }

        return (int)count + text.Count((byte)'\n');

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static Vector128<byte> IsLineFeed(ref byte block, nuint at) => Vector128.Equals(Vector128.LoadUnsafe(ref block, at), Vector128.Create((byte)'\n'));
    }

    public static ref byte At(byte[] bytes, int position) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(bytes), position);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> EndOrTag(ref byte block, nuint at)
    {
        var bytes = Vector128.LoadUnsafe(ref block, at);
        return Vector128.Equals(Vector128.Min(bytes, Vector128.Create((byte)'\n')), bytes) | Vector128.Equals(bytes, Vector128.Create((byte)'<'));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Joined(Vector128<byte> first, Vector128<byte> second, Vector128<byte> third, Vector128<byte> fourth) =>
        first.ExtractMostSignificantBits() | (ulong)second.ExtractMostSignificantBits() << 16
        | (ulong)third.ExtractMostSignificantBits() << 32 | (ulong)fourth.ExtractMostSignificantBits() << 48;
}
