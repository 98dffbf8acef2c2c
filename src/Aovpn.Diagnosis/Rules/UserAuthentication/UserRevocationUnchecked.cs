using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.UserAuthentication;

/// <summary>NPS cannot find out whether the user's certificate was revoked. Page: UserRevocationUnchecked.md.</summary>
public sealed class UserRevocationUnchecked() : RadiusReasonRule(257, 258, 259, 291)
{
    protected override Verdict? Judge(RadiusDecision seen, Code reason, CaseFile file) => Verdict.Found(
        $"NPS cannot check whether the certificate of {User(seen)} is revoked ({reason})", seen.Cite(nameof(RadiusDecision.Reason)));
}
