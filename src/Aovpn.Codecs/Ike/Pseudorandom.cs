using System.Security.Cryptography;

namespace Aovpn.Codecs.Ike;

/// <summary>prf and prf+ of RFC 7296 §2.13, for the HMAC functions.</summary>
public static class Pseudorandom
{
    /// <summary>The counter of prf+ is one byte.</summary>
    private const int MostBlocks = 255;

    public static bool Supports(PseudorandomFunction function) => Size(function) > 0;

    /// <summary>Bytes of the output, which is the preferred length of a key as well; 0 for a function that this program lacks.</summary>
    public static int Size(PseudorandomFunction function) => function.Value switch { 1 => 16, 2 => 20, 5 => 32, 6 => 48, 7 => 64, _ => 0 };

    /// <exception cref="NotSupportedException">The function is none of the HMACs.</exception>
    public static byte[] Prf(PseudorandomFunction function, ReadOnlySpan<byte> key, ReadOnlySpan<byte> data) => function.Value switch
    {
        1 => HMACMD5.HashData(key, data),
        2 => HMACSHA1.HashData(key, data),
        5 => HMACSHA256.HashData(key, data),
        6 => HMACSHA384.HashData(key, data),
        7 => HMACSHA512.HashData(key, data),
        _ => throw new NotSupportedException($"PRF {function}"),
    };

    /// <summary>As many bytes as are wanted: T1 | T2 | ..., where Tn = prf(K, Tn-1 | S | n).</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than 255 blocks are wanted.</exception>
    /// <exception cref="NotSupportedException">The function is none of the HMACs.</exception>
    public static byte[] PrfPlus(PseudorandomFunction function, ReadOnlySpan<byte> key, ReadOnlySpan<byte> seed, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, MostBlocks * Math.Max(Size(function), 1));

        var output = new byte[length];
        byte[] block = [];
        var filled = 0;
        for (byte counter = 1; filled < length; counter++)
        {
            block = Prf(function, key, [.. block, .. seed, counter]);
            var taken = Math.Min(block.Length, length - filled);
            block.AsSpan(0, taken).CopyTo(output.AsSpan(filled));
            filled += taken;
        }

        return output;
    }
}
