using Aovpn.Codecs.Cryptography;

namespace Aovpn.Codecs.Radius;

/// <summary>Values that RADIUS hides with the shared secret: User-Password and Microsoft's MPPE keys.</summary>
public static class RadiusHiding
{
    private const int Block = 16;

    /// <summary>User-Password, RFC 2865 section 5.2.</summary>
    public static byte[] HidePassword(ReadOnlySpan<byte> password, ReadOnlySpan<byte> secret, ReadOnlySpan<byte> requestAuthenticator)
    {
        var padded = new byte[Math.Max(Block, (password.Length + Block - 1) / Block * Block)];
        password.CopyTo(padded);
        return Transform(padded, secret, requestAuthenticator, hide: true);
    }

    /// <summary>MS-MPPE-Send-Key and -Recv-Key, RFC 2548 section 2.4.2: salt, then length and key, hidden.</summary>
    /// <param name="value">The attribute's value, from the salt on.</param>
    /// <returns>The key; null when the value has no such form, or the secret is another.</returns>
    public static byte[]? RevealKey(ReadOnlySpan<byte> value, ReadOnlySpan<byte> secret, ReadOnlySpan<byte> requestAuthenticator)
    {
        if (value.Length < 2 + Block || (value.Length - 2) % Block != 0)
            return null;
        var clear = Transform(value[2..], secret, [.. requestAuthenticator, .. value[..2]], hide: false);
        return clear[0] < clear.Length ? clear.AsSpan(1, clear[0]).ToArray() : null;
    }

    /// <summary>The reverse, as a server does it.</summary>
    /// <param name="salt">Two bytes, the first bit set.</param>
    public static byte[] HideKey(ReadOnlySpan<byte> key, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> secret, ReadOnlySpan<byte> requestAuthenticator)
    {
        var padded = new byte[(key.Length + Block) / Block * Block];
        padded[0] = (byte)key.Length;
        key.CopyTo(padded.AsSpan(1));
        return [.. salt, .. Transform(padded, secret, [.. requestAuthenticator, .. salt], hide: true)];
    }

    /// <summary>Each block is XORed with MD5 of the secret and the hidden block before it.</summary>
    private static byte[] Transform(ReadOnlySpan<byte> input, ReadOnlySpan<byte> secret, ReadOnlySpan<byte> seed, bool hide)
    {
        var output = new byte[input.Length];
        var previous = seed.ToArray();
        for (var at = 0; at < input.Length; at += Block)
        {
            var mask = Digests.Md5([.. secret, .. previous]);
            for (var i = 0; i < Block; i++)
                output[at + i] = (byte)(input[at + i] ^ mask[i]);
            previous = hide ? output.AsSpan(at, Block).ToArray() : input.Slice(at, Block).ToArray();
        }

        return output;
    }
}
