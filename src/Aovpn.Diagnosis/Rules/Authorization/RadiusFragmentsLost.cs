using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Authorization;

/// <summary>Parts of an EAP conversation get lost between VPN server and NPS. Page: RadiusFragmentsLost.md.</summary>
public sealed class RadiusFragmentsLost() : RadiusReasonRule(262, 96)
{
    private const uint Incomplete = 262;

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        foreach (var verdict in base.Judge(file))
            yield return verdict;
        var probed = file.All<RadiusProbed>().ToLookup(seen => seen.Result is RadiusProbeResult.Answered);
        if (probed[true].FirstOrDefault(seen => seen.Question is "access") is not { } small)
            yield break;
        foreach (var seen in probed[false].Where(seen => seen is { Question: "large", Result: RadiusProbeResult.Silent }))
        {
            yield return Verdict.Found(
                $"{Hole.Address(seen.Endpoint ?? "the RADIUS server")} answers a request of {small.Length ?? 0} bytes, and none of {seen.Length ?? 0}, which travels in IP fragments",
                seen.Cite(nameof(RadiusProbed.Result)), small.Cite(nameof(RadiusProbed.Result))) with { About = seen.About, At = seen.At };
        }
    }

    protected override Verdict? Judge(RadiusDecision seen, Code reason, CaseFile file) => reason.Value is Incomplete
        ? Verdict.Found($"the messages of {User(seen)} reach NPS incomplete ({reason})", seen.Cite(nameof(RadiusDecision.Reason)))
        : Verdict.Undecided(
            $"the conversation of {User(seen)} with NPS stopped halfway ({reason}): fragments get lost, or a second factor took too long",
            seen.Cite(nameof(RadiusDecision.Reason))) with { Needs = [new("radius-capture", HostRole.NpsServer)] };
}
