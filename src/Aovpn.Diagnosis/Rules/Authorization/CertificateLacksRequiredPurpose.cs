using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Authorization;

/// <summary>The client's certificate has none of the purposes that the network policy demands. Page: CertificateLacksRequiredPurpose.md.</summary>
public sealed class CertificateLacksRequiredPurpose() : RadiusReasonRule(73)
{
    protected override Verdict? Judge(RadiusDecision seen, Code reason, CaseFile file) => Verdict.Found(
        $"the certificate of {User(seen)} has none of the purposes that policy {Hole.Plain(seen.NetworkPolicy ?? "(none)")} demands ({reason})",
        seen.Cite(nameof(RadiusDecision.Reason)));
}
