using System.Collections.Immutable;
using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Authorization;

/// <summary>One of several NPS refuses users whom another lets in, and lets nobody in itself. Page: OneNpsDiffers.md.</summary>
public sealed class OneNpsDiffers() : FleetRule(new Need("nps-events", HostRole.NpsServer))
{
    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        ImmutableArray<RadiusDecision> decisions =
            [.. file.All<RadiusDecision>(HostRole.NpsServer).Where(seen => seen is { IsVpn: true, User: not null, About.Name: not null })];
        var granted = decisions.Where(seen => seen.Outcome is RadiusOutcome.Accepted).ToLookup(seen => seen.About.Name!, StringComparer.OrdinalIgnoreCase);
        if (granted.Count == 0)
            yield break;

        foreach (var server in decisions.GroupBy(seen => seen.About.Name!, StringComparer.OrdinalIgnoreCase).Where(server => !granted.Contains(server.Key)))
        {
            foreach (var refused in server.Where(seen => seen is { Outcome: RadiusOutcome.Rejected, Reason: not null }))
            {
                if (granted.SelectMany(other => other).FirstOrDefault(other => UserIdentity.Same(other.User!, refused.User!)) is not { } let)
                    continue;
                yield return Verdict.Found(
                    $"{Hole.Host(let.About.Name!)} lets {Hole.User(refused.User!)} in, and {Hole.Host(server.Key)} refuses ({refused.Reason!.Value}) and lets nobody in",
                    refused.Cite(nameof(RadiusDecision.Reason)), let.Cite(nameof(RadiusDecision.Outcome))) with
                {
                    About = refused.About, At = refused.At, Affected = refused.User,
                };
            }
        }
    }
}
