using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Authorization;

/// <summary>Parts of an EAP conversation get lost between VPN server and NPS. Page: RadiusFragmentsLost.md.</summary>
public sealed class RadiusFragmentsLost() : RadiusReasonRule(262, 96)
{
    private const uint Incomplete = 262;

    protected override Verdict? Judge(RadiusDecision seen, Code reason, CaseFile file) => reason.Value is Incomplete
        ? Verdict.Found($"the messages of {User(seen)} reach NPS incomplete ({reason})", seen.Cite(nameof(RadiusDecision.Reason)))
        : Verdict.Undecided(
            $"the conversation of {User(seen)} with NPS stopped halfway ({reason}): fragments get lost, or a second factor took too long",
            seen.Cite(nameof(RadiusDecision.Reason))) with { Needs = [new("radius-capture", HostRole.NpsServer)] };
}
