using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Authorization;

/// <summary>
/// No network policy of NPS fits the request: reason 48, or 65 from one of the policies that NPS is installed with. Page: NoNetworkPolicyFits.md.
/// </summary>
public sealed class NoNetworkPolicyFits() : RadiusReasonRule(48, 65)
{
    private const uint NoPolicy = 48;

    protected override RefusalGround? Ground => RefusalGround.NoPolicy;

    protected override Verdict? Judge(RadiusDecision seen, Code reason, CaseFile file)
    {
        if (reason.Value is NoPolicy)
            return Verdict.Found($"no network policy of NPS fits the request of {User(seen)} ({reason})", seen.Cite(nameof(RadiusDecision.Reason)));
        return DefaultNetworkPolicy.Is(seen.NetworkPolicy)
            ? Verdict.Found(
                $"of all network policies of NPS only {Hole.Plain(seen.NetworkPolicy!)} fits the request of {User(seen)}, and it denies access ({reason})",
                seen.Cite(nameof(RadiusDecision.NetworkPolicy)), seen.Cite(nameof(RadiusDecision.Reason)))
            : null;
    }
}
