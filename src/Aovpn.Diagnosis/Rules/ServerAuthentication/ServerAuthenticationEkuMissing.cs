using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>The VPN server proves its identity in IKE_AUTH with a certificate that is not meant for servers, and Windows clients refuse it.</summary>
public sealed class ServerAuthenticationEkuMissing : GatewayCertificateRule
{
    protected override Verdict? Judge(GatewayCertificate seen, CaseFile file)
    {
        var certificate = seen.Certificate;
        var purposes = certificate.Cite(nameof(Certificate.Purposes));

        return certificate.Allows(Purpose.ServerAuthentication) switch
        {
            true => Verdict.RuledOut($"{Hole.Subject(certificate.Subject)} may be used for Server Authentication", purposes),
            false => Verdict.Found($"{Hole.Subject(certificate.Subject)} may not be used for Server Authentication ({Hole.Plain(Purpose.ServerAuthentication)}), only for {Hole.Plain(string.Join(", ", certificate.Purposes!.Value))}", purposes),
            null => Verdict.Undecided($"the evidence does not show the purposes of {Hole.Subject(certificate.Subject)}", certificate.Source) with { Needs = Needs },
        };
    }
}
