using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>The VPN server's certificate is signed with RSA-PSS, or has a key other than RSA, which not every peer can verify in IKE.</summary>
public sealed class SignatureAlgorithmUnsupported : GatewayCertificateRule
{
    protected override Verdict? Judge(GatewayCertificate seen, CaseFile file)
    {
        var certificate = seen.Certificate;
        if (certificate.SignatureAlgorithm is not { } signature)
            return null;

        var subject = Hole.Subject(certificate.Subject);
        var place = certificate.Cite(nameof(Certificate.SignatureAlgorithm));
        if (signature.Contains("PSS", StringComparison.OrdinalIgnoreCase))
            return Verdict.Found($"{subject} is signed with {Hole.Plain(signature)}, which IKE peers need not know", place);

        return signature.Contains("RSA", StringComparison.OrdinalIgnoreCase)
            ? Verdict.RuledOut($"{subject} is signed with {Hole.Plain(signature)}, which every IKE peer knows", place)
            : Verdict.Undecided($"{subject} is signed with {Hole.Plain(signature)}; whether client and server agree on it is not shown", place) with { Needs = Needs };
    }
}
