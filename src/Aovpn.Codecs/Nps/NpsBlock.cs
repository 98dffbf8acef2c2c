using System.Numerics;
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

    /// <summary>Quotation marks, commas and line feeds.</summary>
    /// <param name="least">Becomes zero somewhere when a NUL byte or a tag was seen: of many blocks that is asked once.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Look(ref byte block, out ulong quotes, out ulong commas, out ulong feeds, ref Vector128<byte> least)
    {
        if (Avx512BW.IsSupported)
        {
            var wide = Vector512.LoadUnsafe(ref block);
            quotes = Vector512.Equals(wide, Vector512.Create((byte)'"')).ExtractMostSignificantBits();
            commas = Vector512.Equals(wide, Vector512.Create((byte)',')).ExtractMostSignificantBits();
            feeds = Vector512.Equals(wide, Vector512.Create((byte)'\n')).ExtractMostSignificantBits();
            var both = Vector512.Min(wide, wide ^ Vector512.Create((byte)'<'));
            var half = Vector256.Min(both.GetLower(), both.GetUpper());
            least = Vector128.Min(least, Vector128.Min(half.GetLower(), half.GetUpper()));
            return;
        }

        if (Avx2.IsSupported)
        {
            var (low, high) = (Vector256.LoadUnsafe(ref block), Vector256.LoadUnsafe(ref block, 32));
            (quotes, commas, feeds) = (Pair(low, high, (byte)'"'), Pair(low, high, (byte)','), Pair(low, high, (byte)'\n'));
            var tag = Vector256.Create((byte)'<');
            var both = Vector256.Min(Vector256.Min(low, low ^ tag), Vector256.Min(high, high ^ tag));
            least = Vector128.Min(least, Vector128.Min(both.GetLower(), both.GetUpper()));
            return;
        }

        var (first, second) = (Vector128.LoadUnsafe(ref block), Vector128.LoadUnsafe(ref block, 16));
        var (third, fourth) = (Vector128.LoadUnsafe(ref block, 32), Vector128.LoadUnsafe(ref block, 48));
        quotes = Four(first, second, third, fourth, (byte)'"');
        commas = Four(first, second, third, fourth, (byte)',');
        feeds = Four(first, second, third, fourth, (byte)'\n');
        var angle = Vector128.Create((byte)'<');
        least = Vector128.Min(least, Vector128.Min(first, first ^ angle));
        least = Vector128.Min(least, Vector128.Min(second, second ^ angle));
        least = Vector128.Min(least, Vector128.Min(third, third ^ angle));
        least = Vector128.Min(least, Vector128.Min(fourth, fourth ^ angle));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static ulong Pair(Vector256<byte> low, Vector256<byte> high, byte value)
        {
            var same = Vector256.Create(value);
            return (uint)Avx2.MoveMask(Avx2.CompareEqual(low, same)) | (ulong)(uint)Avx2.MoveMask(Avx2.CompareEqual(high, same)) << 32;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static ulong Four(Vector128<byte> first, Vector128<byte> second, Vector128<byte> third, Vector128<byte> fourth, byte value)
        {
            var same = Vector128.Create(value);
            return Joined(Vector128.Equals(first, same), Vector128.Equals(second, same), Vector128.Equals(third, same), Vector128.Equals(fourth, same));
        }
    }

    /// <summary>NUL bytes, and where tags open.</summary>
    public static ulong NulsAndTags(ref byte block) => Equal(ref block, 0) | Equal(ref block, (byte)'<');

    /// <summary>Digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Digits(ref byte block)
    {
        if (Avx512BW.IsSupported)
            return Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref block) - Vector512.Create((byte)'0'), Vector512.Create((byte)9)).ExtractMostSignificantBits();
        if (Avx2.IsSupported)
            return Low(Vector256.LoadUnsafe(ref block)) | (ulong)Low(Vector256.LoadUnsafe(ref block, 32)) << 32;
        return Joined(
            Narrow(Vector128.LoadUnsafe(ref block)), Narrow(Vector128.LoadUnsafe(ref block, 16)), Narrow(Vector128.LoadUnsafe(ref block, 32)), Narrow(Vector128.LoadUnsafe(ref block, 48)));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static Vector128<byte> Narrow(Vector128<byte> bytes)
        {
            var values = bytes - Vector128.Create((byte)'0');
            return Vector128.Equals(Vector128.Min(values, Vector128.Create((byte)9)), values);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static uint Low(Vector256<byte> bytes)
        {
            var values = bytes - Vector256.Create((byte)'0');
            return (uint)Avx2.MoveMask(Avx2.CompareEqual(Avx2.Min(values, Vector256.Create((byte)9)), values));
        }
    }

    /// <summary>How many digits there are from here on; of more than 16, no more are looked at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LeadingDigits(ref byte first)
    {
        var values = Vector128.LoadUnsafe(ref first) - Vector128.Create((byte)'0');
        return NpsMarks.Lowest(Vector128.GreaterThan(values, Vector128.Create((byte)9)).ExtractMostSignificantBits() | 1UL << Vector128<byte>.Count);
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

    /// <summary>Whether two texts of at most 32 bytes are the same; 32 bytes of each can be read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsSame(ref byte one, ref byte other, int length)
    {
        var low = Vector128.Equals(Vector128.LoadUnsafe(ref one), Vector128.LoadUnsafe(ref other)).ExtractMostSignificantBits();
        var high = Vector128.Equals(Vector128.LoadUnsafe(ref one, 16), Vector128.LoadUnsafe(ref other, 16)).ExtractMostSignificantBits();
        return (low | high << 16 | (uint)(~0UL << length)) == uint.MaxValue;
    }

    /// <summary>Finds four bytes.</summary>
    /// <param name="bytes">At least <see cref="Length"/> more than may be looked at.</param>
    /// <param name="four">As they lie in memory.</param>
    /// <returns>Where they begin; -1 if they are not before <paramref name="end"/>.</returns>
    public static int FindFour(byte[] bytes, int from, int end, uint four)
    {
        // The second is the same in many numbers of attributes.
        var letters = Vector128.Create(four).AsByte();
        var (first, third, fourth) = (Vector128.Create(letters.GetElement(0)), Vector128.Create(letters.GetElement(2)), Vector128.Create(letters.GetElement(3)));
        for (; from < end; from += 2 * Vector128<byte>.Count)
        {
            ref var text = ref At(bytes, from);
            var bits = Meet(ref text, 0) | Meet(ref text, 16) << 16;
            for (; bits != 0; bits &= bits - 1)
            {
                var at = from + BitOperations.TrailingZeroCount(bits);
                if (Unsafe.ReadUnaligned<uint>(ref At(bytes, at)) == four)
                    return at < end ? at : -1;
            }
        }

        return -1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        uint Meet(ref byte text, nuint at) =>
            (Vector128.Equals(Vector128.LoadUnsafe(ref text, at), first) & Vector128.Equals(Vector128.LoadUnsafe(ref text, at + 2), third)
                & Vector128.Equals(Vector128.LoadUnsafe(ref text, at + 3), fourth)).ExtractMostSignificantBits();
    }

    /// <summary>Line feeds in a text of any length.</summary>
    public static int CountLineFeeds(ReadOnlySpan<byte> text)
    {
        if (Vector256.IsHardwareAccelerated || !Sse2.IsSupported)
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
