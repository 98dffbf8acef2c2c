using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Authorization;

/// <summary>The account's dial-in permission, or the policy itself, denies access. Page: DialInPermissionDenied.md.</summary>
public sealed class DialInPermissionDenied() : RadiusReasonRule(65)
{
    protected override Verdict? Judge(RadiusDecision seen, Code reason, CaseFile file) => DefaultNetworkPolicy.Is(seen.NetworkPolicy)
        ? null
        : Verdict.Found(
            $"the account of {User(seen)}, or policy {Hole.Plain(seen.NetworkPolicy ?? "(none)")}, denies access by its dial-in permission ({reason})",
            seen.Cite(nameof(RadiusDecision.Reason)));
}
