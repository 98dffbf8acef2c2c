using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.UserAuthentication;

/// <summary>One certificate maps to several accounts. Page: CertificateOfTwoAccounts.md.</summary>
public sealed class CertificateOfTwoAccounts() : RadiusReasonRule(272)
{
    protected override Verdict? Judge(RadiusDecision seen, Code reason, CaseFile file) => Verdict.Found(
        $"the certificate of {User(seen)} maps to more than one account ({reason})", seen.Cite(nameof(RadiusDecision.Reason)));
}
