using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Authorization;

/// <summary>NPS judges the request by another network policy than the one for VPN. Page: OtherNetworkPolicyFitsFirst.md.</summary>
public sealed class OtherNetworkPolicyFitsFirst() : RadiusReasonRule(66)
{
    protected override Verdict? Judge(RadiusDecision seen, Code reason, CaseFile file)
    {
        if (seen.NetworkPolicy is not { } policy)
            return null;
        if (DefaultNetworkPolicy.Is(policy))
        {
            return Verdict.Found(
                $"NPS judges {User(seen)} by {Hole.Plain(policy)}, which is not the policy for VPN ({reason})", seen.Cite(nameof(RadiusDecision.NetworkPolicy)));
        }

        var granted = file.Derived(Granting).FirstOrDefault(other => !other.NetworkPolicy!.Equals(policy, StringComparison.OrdinalIgnoreCase));
        return granted is null
            ? null
            : Verdict.Found(
                $"NPS judges {User(seen)} by policy {Hole.Plain(policy)} ({reason}), while {Hole.Plain(granted.NetworkPolicy!)} lets VPN users in",
                seen.Cite(nameof(RadiusDecision.NetworkPolicy)), granted.Cite(nameof(RadiusDecision.NetworkPolicy)));
    }

    /// <summary>The first VPN user that each policy lets in.</summary>
    private static RadiusDecision[] Granting(CaseFile file) =>
    [
        .. file.All<RadiusDecision>().Where(seen => seen is { IsVpn: true, Outcome: RadiusOutcome.Accepted, NetworkPolicy: not null })
            .DistinctBy(seen => seen.NetworkPolicy, StringComparer.OrdinalIgnoreCase),
    ];
}
