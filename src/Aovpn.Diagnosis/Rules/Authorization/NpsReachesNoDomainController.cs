using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Authorization;

/// <summary>NPS reaches no domain controller: its event 4402, or refusals with reasons 4, 5 and 261. Page: NpsReachesNoDomainController.md.</summary>
public sealed class NpsReachesNoDomainController() : FleetRule(new Need("nps-system-events", HostRole.NpsServer), new Need("nps-events", HostRole.NpsServer))
{
    private const int NoDomainController = 4402;

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        foreach (var seen in file.All<EventLogged>(HostRole.NpsServer).Where(seen => NpsSystemEventRule.IsNamed(seen, [NoDomainController])))
        {
            yield return Verdict.Found($"NPS event {NoDomainController}: no domain controller of the domain answers NPS", seen.Cite(nameof(EventLogged.EventId)))
                with { About = seen.About, At = seen.At };
        }

        foreach (var seen in file.All<RadiusDecision>(HostRole.NpsServer))
        {
            if (seen is { IsVpn: true, Outcome: RadiusOutcome.Rejected or RadiusOutcome.Discarded, Reason: { Value: 4 or 5 or 261 } reason })
            {
                yield return Verdict.Found(
                    $"NPS finds no domain controller to ask about {(seen.User is { } user ? Hole.User(user) : Hole.Plain("a user"))} ({reason})",
                    seen.Cite(nameof(RadiusDecision.Reason))) with { About = seen.About, At = seen.At, Affected = seen.User };
            }
        }
    }
}
