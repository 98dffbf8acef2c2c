using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Aovpn.Codecs.Cryptography;
using Aovpn.Diagnosis.Evidence.Certificates;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Trust;

/// <summary>
/// Whether one certificate's key made another's signature (RFC 5280 section 4.1.1.3): RSA and ECDSA over the bytes that are signed, and the
/// platform's chain engine for what else there is. The engine reads every root of the machine before it looks at the two.
/// </summary>
internal static class SignatureCheck
{
    /// <returns>Null when the bytes of either are not there, or the platform refuses them.</returns>
    public static bool? Verifies(Certificate certificate, Certificate issuer)
    {
        if (certificate.Encoded.IsEmpty || issuer.Encoded.IsEmpty)
            return null;
        try
        {
            return ByKey(certificate.Encoded.AsMemory(), CertificateBody.Read(issuer.Encoded.AsMemory()).Key.Span) ?? ByChain(certificate.Encoded.AsSpan(), issuer.Encoded.AsSpan());
        }
        catch (Exception error) when (error is CryptographicException or AsnContentException)
        {
            return null;
        }
    }

    /// <summary>Of anything that is signed as a certificate is: what is signed, the algorithm, the signature (RFC 5280 section 5.1, RFC 6960 section 4.2.1).</summary>
    /// <param name="key">SubjectPublicKeyInfo, DER.</param>
    /// <returns>Null for an algorithm, or a key, that is not known here.</returns>
    public static bool? IsMadeBy(ReadOnlyMemory<byte> encoded, ReadOnlySpan<byte> key)
    {
        try
        {
            return ByKey(encoded, key);
        }
        catch (Exception error) when (error is CryptographicException or AsnContentException)
        {
            return null;
        }
    }

    /// <returns>Null for an algorithm, or a key, that is not known here.</returns>
    private static bool? ByKey(ReadOnlyMemory<byte> encoded, ReadOnlySpan<byte> key)
    {
        var certificate = new AsnReader(encoded, AsnEncodingRules.DER).ReadSequence();
        var signed = certificate.ReadEncodedValue().Span;
        var algorithm = certificate.ReadSequence().ReadObjectIdentifier();
        var signature = certificate.ReadBitString(out _);
        if (Hash(algorithm) is not { } hash)
            return null;

        if (algorithm.StartsWith("1.2.840.113549.1.1.", StringComparison.Ordinal))
            return RsaSignature.Verifies(key, signed, signature, hash);

        using var ecdsa = PublicKey.CreateFromSubjectPublicKeyInfo(key, out _).GetECDsaPublicKey();
        return ecdsa?.VerifyData(signed, signature, hash, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <summary>Of PKCS #1 version 1.5 (RFC 8017 appendix A.2.4) and of ECDSA (RFC 5758 section 3.2).</summary>
    private static HashAlgorithmName? Hash(string algorithm) => algorithm switch
    {
        "1.2.840.113549.1.1.5" or "1.2.840.10045.4.1" => HashAlgorithmName.SHA1,
        "1.2.840.113549.1.1.11" or "1.2.840.10045.4.3.2" => HashAlgorithmName.SHA256,
        "1.2.840.113549.1.1.12" or "1.2.840.10045.4.3.3" => HashAlgorithmName.SHA384,
        "1.2.840.113549.1.1.13" or "1.2.840.10045.4.3.4" => HashAlgorithmName.SHA512,
        _ => null,
    };

    private static bool ByChain(ReadOnlySpan<byte> encoded, ReadOnlySpan<byte> issuer)
    {
        using var authority = X509CertificateLoader.LoadCertificate(issuer);
        using var subject = X509CertificateLoader.LoadCertificate(encoded);
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllFlags;
        chain.ChainPolicy.VerificationTime = subject.NotBefore;
        chain.Build(subject);
        var verifies = chain.ChainElements.Count > 1 && chain.ChainElements[1].Certificate.RawDataMemory.Span.SequenceEqual(authority.RawData)
            && chain.ChainElements[0].ChainElementStatus.All(status => !status.Status.HasFlag(X509ChainStatusFlags.NotSignatureValid));
        foreach (var element in chain.ChainElements)
            element.Certificate.Dispose();
        return verifies;
    }
}
