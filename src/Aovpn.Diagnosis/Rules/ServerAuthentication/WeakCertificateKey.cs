using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>The VPN server's certificate has an RSA key of less than 2048 bits, or a signature with SHA-1 or MD5.</summary>
public sealed class WeakCertificateKey : GatewayCertificateRule
{
    private const int LeastRsaBits = 2048;

    protected override Verdict? Judge(GatewayCertificate seen, CaseFile file)
    {
        var certificate = seen.Certificate;
        var subject = Hole.Subject(certificate.Subject);

        if (certificate is { KeyBits: { } bits, KeyAlgorithm: { } algorithm } && algorithm.Contains("RSA", StringComparison.OrdinalIgnoreCase) && bits < LeastRsaBits)
            return Verdict.Found($"the RSA key of {subject} has {bits} bits; {LeastRsaBits} are the least", certificate.Cite(nameof(Certificate.KeyBits)));
        if (certificate.SignatureAlgorithm is not { } signature)
            return null;

        var place = certificate.Cite(nameof(Certificate.SignatureAlgorithm));
        return signature.Contains("sha1", StringComparison.OrdinalIgnoreCase) || signature.Contains("md5", StringComparison.OrdinalIgnoreCase)
            ? Verdict.Found($"{subject} is signed with {Hole.Plain(signature)}", place)
            : Verdict.RuledOut($"{subject} is signed with {Hole.Plain(signature)}", place);
    }
}
