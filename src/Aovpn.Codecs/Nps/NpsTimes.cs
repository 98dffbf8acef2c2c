using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Aovpn.Codecs.Nps;

/// <summary>Knows date and time as NPS writes them, <c>11/22/2026,10:15:00</c>, at one look.</summary>
internal static class NpsTimes
{
    public const int DateLength = 10, TimeLength = 8;

    /// <summary>Bits of <c>00/00/0000,00:00:00</c> that are digits, and of the whole.</summary>
    private const uint Digits = 0b1101_1011_0111_1011_011, All = (1 << (DateLength + 1 + TimeLength)) - 1;

    private static ReadOnlySpan<byte> Signs => "00/00/0000,00:00:00\0\0\0\0\0\0\0\0\0\0\0\0\0"u8;

    /// <param name="date">32 bytes can be read.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsDateAndTime(ref byte date)
    {
        ref var signs = ref MemoryMarshal.GetReference(Signs);
        Look(ref date, ref signs, out var digits, out var same);
        Look(ref Unsafe.Add(ref date, 16), ref Unsafe.Add(ref signs, 16), out var lastDigits, out var lastSame);
        return (((digits | lastDigits << 16) & Digits) | ((same | lastSame << 16) & ~Digits & All)) == All;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Look(ref byte text, ref byte signs, out uint digits, out uint same)
    {
        var bytes = Vector128.LoadUnsafe(ref text);
        var values = bytes - Vector128.Create((byte)'0');
        digits = Vector128.Equals(Vector128.Min(values, Vector128.Create((byte)9)), values).ExtractMostSignificantBits();
        same = Vector128.Equals(bytes, Vector128.LoadUnsafe(ref signs)).ExtractMostSignificantBits();
    }
}
