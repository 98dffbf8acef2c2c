using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Aovpn.Codecs.Ike;

/// <summary>Diffie-Hellman on the NIST curves, RFC 5903: values are X and Y, the secret is X alone.</summary>
internal sealed class EcpKeyExchange : KeyExchange
{
    private readonly ECDiffieHellman _private;
    private readonly ECCurve _curve;
    private readonly int _size;

    public EcpKeyExchange(KeyExchangeMethod method)
        : base(method)
    {
        (_curve, _size) = method.Value switch
        {
            19 => (ECCurve.NamedCurves.nistP256, 32),
            20 => (ECCurve.NamedCurves.nistP384, 48),
            _ => (ECCurve.NamedCurves.nistP521, 66),
        };
        _private = ECDiffieHellman.Create(_curve);
        var point = _private.ExportParameters(includePrivateParameters: false).Q;
        PublicValue = [.. point.X!, .. point.Y!];
    }

    public override ImmutableArray<byte> PublicValue { get; }

    public override byte[] Agree(ReadOnlySpan<byte> peer)
    {
        if (peer.Length != 2 * _size)
            throw Refused($"has {peer.Length} bytes, {Method} needs {2 * _size}");

        try
        {
            var point = new ECPoint { X = peer[.._size].ToArray(), Y = peer[_size..].ToArray() };
            using var other = ECDiffieHellman.Create(new ECParameters { Curve = _curve, Q = point });
            return _private.DeriveRawSecretAgreement(other.PublicKey);
        }
        catch (CryptographicException)
        {
            throw Refused("is no point of the curve");
        }
    }
}
