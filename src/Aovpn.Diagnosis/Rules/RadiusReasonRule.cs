using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules;

/// <summary>A rule over refusals of NPS whose reason code names the cause. Requests of Wi-Fi, switches and RD Gateway are not its business.</summary>
/// <param name="reasons">The reason codes of NPS that name it.</param>
public abstract class RadiusReasonRule(params ImmutableArray<uint> reasons) : Rule<RadiusDecision>(HostRole.NpsServer, "nps-events")
{
    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        foreach (var seen in file.Derived(Refusals))
        {
            if (seen.About.Role is HostRole.NpsServer && Judge(seen, file) is { } verdict)
                yield return verdict with { About = verdict.About ?? seen.About, At = verdict.At ?? seen.At };
        }

        if (Ground is { } ground)
        {
            foreach (var verdict in RefusalsInWords.Of(file, ground))
                yield return verdict;
        }

        foreach (var seen in file.All<EapAuthentication>())
        {
            if (Probed(seen, file) is { } verdict)
                yield return verdict with { About = verdict.About ?? seen.About, At = verdict.At ?? seen.At, Affected = verdict.Affected ?? seen.User };
        }
    }

    protected sealed override Verdict? Judge(RadiusDecision seen, CaseFile file)
    {
        if (!seen.IsVpn || seen.Outcome is not (RadiusOutcome.Rejected or RadiusOutcome.Discarded) || seen.Reason is not { } reason || !reasons.Contains(reason.Value))
            return null;
        return Judge(seen, reason, file) is { } verdict ? verdict with { Affected = verdict.Affected ?? seen.User } : null;
    }

    /// <summary>What all of these rules judge: most of what NPS writes is none.</summary>
    private static RadiusDecision[] Refusals(CaseFile file) =>
        [.. file.All<RadiusDecision>().Where(seen => seen is { IsVpn: true, Outcome: RadiusOutcome.Rejected or RadiusOutcome.Discarded, Reason: not null })];

    /// <returns>Null when more than the reason is needed, and the rest does not fit.</returns>
    protected abstract Verdict? Judge(RadiusDecision seen, Code reason, CaseFile file);

    /// <summary>The same in the words of a server without reason codes; null where such a server cannot say it.</summary>
    protected virtual RefusalGround? Ground => null;

    /// <returns>What a probe's authentication says of the cause; null when it says nothing.</returns>
    protected virtual Verdict? Probed(EapAuthentication seen, CaseFile file) => null;

    /// <summary>The user as NPS names it.</summary>
    protected static Hole User(RadiusDecision seen) => seen.User is { } user ? Hole.User(user) : Hole.Plain("a user");
}
