using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Aovpn.Codecs.Nps;

/// <summary>Knows date and time as NPS writes them, <c>11/22/2026,10:15:00</c>, at one look.</summary>
internal static class NpsTimes
{
    public const int DateLength = 10, TimeLength = 8;

    /// <summary>Bits of <c>00/00/0000,00:00:00</c> that are digits, and of the whole.</summary>
    private const uint Digits = 0b1101_1011_0111_1011_011, All = (1 << (DateLength + 1 + TimeLength)) - 1;

    private static Vector256<byte> Signs => Vector256.Create("00/00/0000,00:00:00\0\0\0\0\0\0\0\0\0\0\0\0\0"u8);

    /// <param name="date">32 bytes can be read.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsDateAndTime(ref byte date)
    {
        var text = Vector256.LoadUnsafe(ref date);
        var digits = Vector256.LessThanOrEqual(text - Vector256.Create((byte)'0'), Vector256.Create((byte)9)).ExtractMostSignificantBits();
        var signs = Vector256.Equals(text, Signs).ExtractMostSignificantBits();
        return ((digits & Digits) | (signs & ~Digits & All)) == All;
    }
}
