using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Trust;

/// <summary>Whether one certificate's key made another's signature: the platform's chain engine, given these two and nothing else.</summary>
internal static class SignatureCheck
{
    /// <returns>Null when the bytes of either are not there, or the platform refuses them.</returns>
    public static bool? Verifies(Certificate certificate, Certificate issuer)
    {
        if (certificate.Encoded.IsEmpty || issuer.Encoded.IsEmpty)
            return null;
        try
        {
            using var subject = X509CertificateLoader.LoadCertificate(certificate.Encoded.AsSpan());
            using var authority = X509CertificateLoader.LoadCertificate(issuer.Encoded.AsSpan());
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
        catch (CryptographicException)
        {
            return null;
        }
    }
}
