using System.Collections.Immutable;
using System.Security.Cryptography;
using Org.BouncyCastle.Math;

namespace Aovpn.Codecs.Ike;

/// <summary>Diffie-Hellman modulo a prime, RFC 7296 §3.4.</summary>
internal sealed class ModpKeyExchange : KeyExchange
{
    private readonly ModpGroup _group;
    private readonly BigInteger _private;

    public ModpKeyExchange(KeyExchangeMethod method, ModpGroup group)
        : base(method)
    {
        _group = group;
        var exponent = RandomNumberGenerator.GetBytes(group.ExponentBits / 8);
        exponent[0] |= 0x80;
        _private = new BigInteger(1, exponent);
        PublicValue = [.. Padded(group.Generator.ModPow(_private, group.Prime))];
    }

    public override ImmutableArray<byte> PublicValue { get; }

    public override byte[] Agree(ReadOnlySpan<byte> peer)
    {
        if (peer.Length != _group.Size)
            throw Refused($"has {peer.Length} bytes, {Method} needs {_group.Size}");

        var value = new BigInteger(1, peer.ToArray());
        if (value.CompareTo(BigInteger.One) <= 0 || value.CompareTo(_group.Prime.Subtract(BigInteger.One)) >= 0)
            throw Refused("is not between 2 and the prime less 2");

        return Padded(value.ModPow(_private, _group.Prime));
    }

    private byte[] Padded(BigInteger value)
    {
        var bytes = value.ToByteArrayUnsigned();
        return [.. new byte[_group.Size - bytes.Length], .. bytes];
    }
}
