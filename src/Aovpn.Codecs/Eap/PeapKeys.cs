using System.Collections.Immutable;
using Aovpn.Codecs.Cryptography;

namespace Aovpn.Codecs.Eap;

/// <summary>Keys that PEAP version 0 makes of tunnel and inner method, [MS-PEAP] section 3.1.5.5.2.2.</summary>
public sealed class PeapKeys
{
    private const int TempKeyLength = 40;
    private const int InnerSessionKeyLength = 32;
    private const int MacKeyLength = 20;

    private readonly byte[] _intermediate;

    /// <param name="tunnelKey">At least 40 bytes exported from TLS; the first 40 count.</param>
    /// <param name="innerKey">Key of the inner method: cut or filled with zeros to 32 bytes; empty if it makes none.</param>
    public PeapKeys(ReadOnlySpan<byte> tunnelKey, ReadOnlySpan<byte> innerKey)
    {
        Span<byte> inner = stackalloc byte[InnerSessionKeyLength];
        inner.Clear();
        innerKey[..Math.Min(innerKey.Length, InnerSessionKeyLength)].CopyTo(inner);
        var keys = Expand(tunnelKey[..TempKeyLength], [.. "Inner Methods Compound Keys"u8, .. inner], TempKeyLength + MacKeyLength);
        _intermediate = keys[..TempKeyLength];
        CompoundMacKey = [.. keys.AsSpan(TempKeyLength)];
    }

    /// <summary>CMK, 20 bytes.</summary>
    public ImmutableArray<byte> CompoundMacKey { get; }

    /// <summary>MSK of 64 bytes where cryptobinding was exchanged: [MS-PEAP] section 3.1.5.7. The label ends in a zero byte.</summary>
    public byte[] MasterSessionKey() => Expand(_intermediate, [.. "Session Key Generating Function"u8, 0], 128)[..64];

    /// <summary>PRF+ of [MS-PEAP] section 3.1.5.5.2.2: T(n) = HMAC-SHA1(K, T(n-1) | S | n | 0 | 0).</summary>
    private static byte[] Expand(ReadOnlySpan<byte> key, ReadOnlySpan<byte> seed, int length)
    {
        var output = new byte[length];
        byte[] previous = [];
        for (int done = 0, round = 1; done < length; done += previous.Length, round++)
        {
            previous = Digests.HmacSha1(key, [.. previous, .. seed, (byte)round, 0, 0]);
            previous.AsSpan(0, Math.Min(previous.Length, length - done)).CopyTo(output.AsSpan(done));
        }

        return output;
    }
}
