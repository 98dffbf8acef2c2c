using System.Collections.Immutable;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;

namespace Aovpn.Codecs.Ike;

/// <summary>Diffie-Hellman on Curve25519, RFC 8031.</summary>
internal sealed class X25519KeyExchange : KeyExchange
{
    private readonly X25519PrivateKeyParameters _private = new(new SecureRandom());

    public X25519KeyExchange()
        : base(KeyExchangeMethod.X25519) => PublicValue = [.. _private.GeneratePublicKey().GetEncoded()];

    public override ImmutableArray<byte> PublicValue { get; }

    public override byte[] Agree(ReadOnlySpan<byte> peer)
    {
        if (peer.Length != X25519PublicKeyParameters.KeySize)
            throw Refused($"has {peer.Length} bytes, {Method} needs {X25519PublicKeyParameters.KeySize}");

        try
        {
            var secret = new byte[X25519PrivateKeyParameters.SecretSize];
            _private.GenerateSecret(new X25519PublicKeyParameters(peer.ToArray(), 0), secret, 0);
            return secret;
        }
        catch (InvalidOperationException)
        {
            throw Refused("is a point of small order");
        }
    }
}
