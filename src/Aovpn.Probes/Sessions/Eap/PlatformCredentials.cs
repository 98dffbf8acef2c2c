using System.Security.Cryptography;
using Org.BouncyCastle.Tls;
using Org.BouncyCastle.Tls.Crypto;
using CertificateRequest = Org.BouncyCastle.Tls.CertificateRequest;
using TlsHash = Org.BouncyCastle.Tls.HashAlgorithm;

namespace Aovpn.Probes.Sessions.Eap;

/// <summary>A certificate in TLS, signed for by a key that is never exported: the platform signs hashes, TLS does the rest.</summary>
public sealed class PlatformCredentials(AsymmetricAlgorithm key, Certificate chain, SignatureAndHashAlgorithm algorithm) : TlsCredentialedSigner
{
    public Certificate Certificate => chain;

    public SignatureAndHashAlgorithm SignatureAndHashAlgorithm => algorithm;

    /// <returns>Null when the server takes no signature that the key can make; TLS then sends no certificate.</returns>
    public static PlatformCredentials? Of(ClientCertificate certificate, TlsContext context, CertificateRequest request)
    {
        var offered = request.SupportedSignatureAlgorithms ?? [];
        if (Acceptable(certificate.Key, TlsUtilities.IsTlsV13(context)).FirstOrDefault(own => offered.Any(other => other.Equals(own))) is not { } algorithm)
            return null;

        var certificates = certificate.Chain.Select(encoded => context.Crypto.CreateCertificate([.. encoded])).ToArray();
        var chain = TlsUtilities.IsTlsV13(context)
            ? new Certificate(request.GetCertificateRequestContext(), [.. certificates.Select(one => new CertificateEntry(one, null))])
            : new Certificate(certificates);
        return new(certificate.Key, chain, algorithm);
    }

    public byte[] GenerateRawSignature(byte[] hash)
    {
        var name = hash.Length switch
        {
            20 => HashAlgorithmName.SHA1,
            32 => HashAlgorithmName.SHA256,
            48 => HashAlgorithmName.SHA384,
            64 => HashAlgorithmName.SHA512,
            _ => throw new TlsFatalAlert(AlertDescription.internal_error),
        };
        return key switch
        {
            RSA rsa => rsa.SignHash(hash, name, algorithm.Signature == SignatureAlgorithm.rsa ? RSASignaturePadding.Pkcs1 : RSASignaturePadding.Pss),
            ECDsa ecdsa => ecdsa.SignHash(hash, DSASignatureFormat.Rfc3279DerSequence),
            _ => throw new TlsFatalAlert(AlertDescription.internal_error),
        };
    }

    /// <summary>None: TLS is to hand over the hash.</summary>
    public TlsStreamSigner? GetStreamSigner() => null;

    /// <summary>TLS 1.3 has RSA only as PSS, and binds each curve to its hash (RFC 8446 section 4.2.3).</summary>
    private static IEnumerable<SignatureAndHashAlgorithm> Acceptable(AsymmetricAlgorithm key, bool isTls13) => key switch
    {
        RSA when isTls13 => [SignatureAndHashAlgorithm.rsa_pss_rsae_sha256, SignatureAndHashAlgorithm.rsa_pss_rsae_sha384, SignatureAndHashAlgorithm.rsa_pss_rsae_sha512],
        RSA =>
        [
            SignatureAndHashAlgorithm.GetInstance(TlsHash.sha256, SignatureAlgorithm.rsa), SignatureAndHashAlgorithm.GetInstance(TlsHash.sha384, SignatureAlgorithm.rsa),
            SignatureAndHashAlgorithm.GetInstance(TlsHash.sha512, SignatureAlgorithm.rsa), SignatureAndHashAlgorithm.rsa_pss_rsae_sha256,
            SignatureAndHashAlgorithm.GetInstance(TlsHash.sha1, SignatureAlgorithm.rsa),
        ],
        ECDsa { KeySize: 384 } => [SignatureAndHashAlgorithm.GetInstance(TlsHash.sha384, SignatureAlgorithm.ecdsa)],
        ECDsa { KeySize: 521 } => [SignatureAndHashAlgorithm.GetInstance(TlsHash.sha512, SignatureAlgorithm.ecdsa)],
        ECDsa => [SignatureAndHashAlgorithm.GetInstance(TlsHash.sha256, SignatureAlgorithm.ecdsa)],
        _ => [],
    };
}
