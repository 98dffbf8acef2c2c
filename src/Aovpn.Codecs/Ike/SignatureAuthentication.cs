using System.Collections.Immutable;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Aovpn.Codecs.Ike;

/// <summary>AUTH by a certificate's key: RSA and ECDSA of RFC 7296 §3.8 and RFC 4754, and digital signatures of RFC 7427.</summary>
public static class SignatureAuthentication
{
    private const string EcdsaPrefix = "1.2.840.10045.4.", RsaPrefix = "1.2.840.113549.1.1.", RsaPss = "1.2.840.113549.1.1.10";

    /// <summary>Signs; which method is chosen by the key and by what the peer takes.</summary>
    /// <param name="key">RSA or ECDSA; need not be exportable.</param>
    /// <param name="peerHashes">From the peer's SIGNATURE_HASH_ALGORITHMS; empty if it sent none, so that RFC 7296's own methods are used.</param>
    /// <exception cref="NotSupportedException">The key is neither RSA nor on a curve of RFC 4754.</exception>
    public static AuthenticationPayload Sign(AsymmetricAlgorithm key, ReadOnlySpan<byte> signedOctets, IReadOnlyCollection<SignatureHash> peerHashes)
    {
        var hash = peerHashes.Contains(SignatureHash.Sha256) ? HashAlgorithmName.SHA256
            : peerHashes.Contains(SignatureHash.Sha384) ? HashAlgorithmName.SHA384
            : peerHashes.Contains(SignatureHash.Sha512) ? HashAlgorithmName.SHA512
            : (HashAlgorithmName?)null;

        return key switch
        {
            RSA rsa when hash is { } chosen => Digital(RsaIdentifier(chosen), rsa.SignData(signedOctets.ToArray(), chosen, RSASignaturePadding.Pkcs1)),

            // RFC 7296 §3.8: SHA-1 unless the peer says otherwise.
            RSA rsa => new(AuthenticationMethod.RsaSignature, [.. rsa.SignData(signedOctets.ToArray(), HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1)]),
            ECDsa ecdsa when hash is { } chosen => Digital(
                EcdsaIdentifier(chosen), ecdsa.SignData(signedOctets.ToArray(), chosen, DSASignatureFormat.Rfc3279DerSequence)),
            ECDsa ecdsa => ecdsa.KeySize switch
            {
                256 => new(AuthenticationMethod.Ecdsa256, [.. ecdsa.SignData(signedOctets.ToArray(), HashAlgorithmName.SHA256)]),
                384 => new(AuthenticationMethod.Ecdsa384, [.. ecdsa.SignData(signedOctets.ToArray(), HashAlgorithmName.SHA384)]),
                521 => new(AuthenticationMethod.Ecdsa521, [.. ecdsa.SignData(signedOctets.ToArray(), HashAlgorithmName.SHA512)]),
                _ => throw new NotSupportedException($"ECDSA key of {ecdsa.KeySize} bits"),
            },
            _ => throw new NotSupportedException($"key of the kind {key.SignatureAlgorithm}"),
        };
    }

    /// <summary>Whether the signature is that of the certificate's key over the octets; null where method and key do not go together, or the method is not known.</summary>
    public static bool? Verify(AuthenticationPayload authentication, X509Certificate2 certificate, ReadOnlySpan<byte> signedOctets)
    {
        using var rsa = certificate.GetRSAPublicKey();
        using var ecdsa = certificate.GetECDsaPublicKey();
        var octets = signedOctets.ToArray();
        try
        {
            return authentication.Method.Value switch
            {
                // The hash is told by nothing but the signature itself; peers use SHA-1, some SHA-2 (RFC 7296 §3.8).
                1 when rsa is not null => AnyHash(hash => rsa.VerifyData(octets, authentication.Data.AsSpan(), hash, RSASignaturePadding.Pkcs1)),
                9 or 10 or 11 when ecdsa is not null => ecdsa.VerifyData(octets, authentication.Data.AsSpan(), authentication.Method.Value switch
                {
                    9 => HashAlgorithmName.SHA256,
                    10 => HashAlgorithmName.SHA384,
                    _ => HashAlgorithmName.SHA512,
                }),
                14 => VerifyDigital(authentication.Data, rsa, ecdsa, octets),
                _ => null,
            };
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or AsnContentException)
        {
            return false;
        }
    }

    /// <summary>The object identifier of the algorithm in a digital signature's data, RFC 7427 §3; null if it does not read.</summary>
    public static string? AlgorithmOf(AuthenticationPayload authentication)
    {
        try
        {
            return authentication.Method == AuthenticationMethod.DigitalSignature ? Split(authentication.Data)?.Algorithm : null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    private static bool? VerifyDigital(ImmutableArray<byte> data, RSA? rsa, ECDsa? ecdsa, byte[] octets)
    {
        if (Split(data) is not var (algorithm, hash, signature))
            return null;

        if (algorithm.StartsWith(EcdsaPrefix, StringComparison.Ordinal))
            return ecdsa?.VerifyData(octets, signature, hash, DSASignatureFormat.Rfc3279DerSequence);

        if (!algorithm.StartsWith(RsaPrefix, StringComparison.Ordinal))
            return null;

        var padding = string.Equals(algorithm, RsaPss, StringComparison.Ordinal) ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        return rsa?.VerifyData(octets, signature, hash, padding);
    }

    /// <summary>RFC 7427 §3: one byte of length, AlgorithmIdentifier in DER, signature.</summary>
    private static (string Algorithm, HashAlgorithmName Hash, byte[] Signature)? Split(ImmutableArray<byte> data)
    {
        if (data.Length < 1 || data.Length < 1 + data[0])
            return null;

        var identifier = new AsnReader(data.AsMemory().Slice(1, data[0]), AsnEncodingRules.DER).ReadSequence();
        var algorithm = identifier.ReadObjectIdentifier();
        var hash = algorithm switch
        {
            "1.2.840.113549.1.1.5" or "1.2.840.10045.4.1" => HashAlgorithmName.SHA1,
            "1.2.840.113549.1.1.11" or "1.2.840.10045.4.3.2" => HashAlgorithmName.SHA256,
            "1.2.840.113549.1.1.12" or "1.2.840.10045.4.3.3" => HashAlgorithmName.SHA384,
            "1.2.840.113549.1.1.13" or "1.2.840.10045.4.3.4" => HashAlgorithmName.SHA512,
            RsaPss => PssHash(identifier),
            _ => default,
        };
        return hash == default ? null : (algorithm, hash, data.AsSpan()[(1 + data[0])..].ToArray());
    }

    /// <summary>RSASSA-PSS-params, RFC 4055 §3.1: the hash is in [0], SHA-1 if absent.</summary>
    private static HashAlgorithmName PssHash(AsnReader identifier)
    {
        var parameters = identifier.ReadSequence();
        var context = new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true);
        if (!parameters.HasData || parameters.PeekTag() != context)
            return HashAlgorithmName.SHA1;

        return parameters.ReadSequence(context).ReadSequence().ReadObjectIdentifier() switch
        {
            "2.16.840.1.101.3.4.2.1" => HashAlgorithmName.SHA256,
            "2.16.840.1.101.3.4.2.2" => HashAlgorithmName.SHA384,
            "2.16.840.1.101.3.4.2.3" => HashAlgorithmName.SHA512,
            _ => default,
        };
    }

    private static bool AnyHash(Func<HashAlgorithmName, bool> verifies) =>
        verifies(HashAlgorithmName.SHA1) || verifies(HashAlgorithmName.SHA256) || verifies(HashAlgorithmName.SHA384) || verifies(HashAlgorithmName.SHA512);

    private static AuthenticationPayload Digital(byte[] identifier, byte[] signature) =>
        new(AuthenticationMethod.DigitalSignature, [(byte)identifier.Length, .. identifier, .. signature]);

    private static byte[] RsaIdentifier(HashAlgorithmName hash) =>
        Identifier(hash.Name switch { "SHA256" => RsaPrefix + "11", "SHA384" => RsaPrefix + "12", _ => RsaPrefix + "13" }, withNull: true);

    private static byte[] EcdsaIdentifier(HashAlgorithmName hash) =>
        Identifier(hash.Name switch { "SHA256" => EcdsaPrefix + "3.2", "SHA384" => EcdsaPrefix + "3.3", _ => EcdsaPrefix + "3.4" }, withNull: false);

    private static byte[] Identifier(string algorithm, bool withNull)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(algorithm);
            if (withNull)
                writer.WriteNull();
        }

        return writer.Encode();
    }
}
