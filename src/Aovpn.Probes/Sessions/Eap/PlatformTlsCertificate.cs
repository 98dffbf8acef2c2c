using System.Security.Cryptography;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Tls;
using Org.BouncyCastle.Tls.Crypto;
using Org.BouncyCastle.Tls.Crypto.Impl.BC;
using TlsHash = Org.BouncyCastle.Tls.HashAlgorithm;

namespace Aovpn.Probes.Sessions.Eap;

/// <summary>
/// A certificate of a TLS server whose RSA signatures the platform verifies. BouncyCastle would first prove that the modulus is no prime, which takes
/// longer than all else of a handshake together; a server's key is no secret that we chose, and a prime modulus only harms who made it.
/// </summary>
internal sealed class PlatformTlsCertificate(BcTlsCrypto crypto, byte[] encoding) : BcTlsCertificate(crypto, encoding)
{
    /// <exception cref="TlsFatalAlert">The key may not sign, or is not of the algorithm.</exception>
    public override TlsVerifier CreateVerifier(short signatureAlgorithm)
    {
        switch (signatureAlgorithm)
        {
            case SignatureAlgorithm.rsa:
                ValidateKeyUsage(KeyUsage.DigitalSignature);
                ValidateRsa_Pkcs1();
                return new RsaVerifier(PublicKey(), RSASignaturePadding.Pkcs1);
            case SignatureAlgorithm.rsa_pss_rsae_sha256 or SignatureAlgorithm.rsa_pss_rsae_sha384 or SignatureAlgorithm.rsa_pss_rsae_sha512:
                ValidateKeyUsage(KeyUsage.DigitalSignature);
                ValidateRsa_Pss_Rsae();
                return new RsaVerifier(PublicKey(), RSASignaturePadding.Pss);
            default:
                return base.CreateVerifier(signatureAlgorithm);
        }
    }

    /// <summary>For TLS 1.3, which has RSA only as PSS.</summary>
    /// <exception cref="TlsFatalAlert">The key may not sign, or is not of the algorithm.</exception>
    public override Tls13Verifier CreateVerifier(int signatureScheme)
    {
        if (signatureScheme is not (SignatureScheme.rsa_pss_rsae_sha256 or SignatureScheme.rsa_pss_rsae_sha384 or SignatureScheme.rsa_pss_rsae_sha512))
            return base.CreateVerifier(signatureScheme);
        ValidateKeyUsage(KeyUsage.DigitalSignature);
        ValidateRsa_Pss_Rsae();
        return new RsaTls13Verifier(PublicKey(), signatureScheme switch
        {
            SignatureScheme.rsa_pss_rsae_sha256 => HashAlgorithmName.SHA256,
            SignatureScheme.rsa_pss_rsae_sha384 => HashAlgorithmName.SHA384,
            _ => HashAlgorithmName.SHA512,
        });
    }

    private RSA PublicKey()
    {
        var key = RSA.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(m_keyInfo.GetEncoded(Asn1Encodable.Der), out _);
            return key;
        }
        catch (CryptographicException error)
        {
            key.Dispose();
            throw new TlsFatalAlert(AlertDescription.certificate_unknown, error);
        }
    }

    private static bool Verifies(RSA key, byte[] hash, byte[] signature, HashAlgorithmName algorithm, RSASignaturePadding padding)
    {
        try
        {
            using (key)
                return key.VerifyHash(hash, signature, algorithm, padding);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Of TLS 1.2: the library hands over the hash.</summary>
    private sealed class RsaVerifier(RSA key, RSASignaturePadding padding) : TlsVerifier
    {
        public TlsStreamVerifier? GetStreamVerifier(DigitallySigned digitallySigned) => null;

        public bool VerifyRawSignature(DigitallySigned digitallySigned, byte[] hash)
        {
            var algorithm = digitallySigned.Algorithm;
            HashAlgorithmName? name = (algorithm.Hash, algorithm.Signature) switch
            {
                (TlsHash.sha1, _) => HashAlgorithmName.SHA1,
                (TlsHash.sha256, _) or (_, SignatureAlgorithm.rsa_pss_rsae_sha256) => HashAlgorithmName.SHA256,
                (TlsHash.sha384, _) or (_, SignatureAlgorithm.rsa_pss_rsae_sha384) => HashAlgorithmName.SHA384,
                (TlsHash.sha512, _) or (_, SignatureAlgorithm.rsa_pss_rsae_sha512) => HashAlgorithmName.SHA512,
                _ => null,
            };
            return name is { } known && Verifies(key, hash, digitallySigned.Signature, known, padding);
        }
    }

    /// <summary>Of TLS 1.3: what is signed is written to a stream.</summary>
    private sealed class RsaTls13Verifier(RSA key, HashAlgorithmName hash) : Tls13Verifier
    {
        private readonly MemoryStream _signed = new();

        public Stream Stream => _signed;

        public bool VerifySignature(byte[] signature) => Verifies(key, CryptographicOperations.HashData(hash, _signed.ToArray()), signature, hash, RSASignaturePadding.Pss);
    }
}
