using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Authorization;

/// <summary>No connection request policy of NPS fits the request. Page: NoConnectionRequestPolicyFits.md.</summary>
public sealed class NoConnectionRequestPolicyFits() : RadiusReasonRule(49)
{
    protected override Verdict? Judge(RadiusDecision seen, Code reason, CaseFile file) => Verdict.Found(
        $"no connection request policy of NPS fits the request of {User(seen)} ({reason})",
        seen.Cite(nameof(RadiusDecision.Reason)));
}
