using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules;

/// <summary>Verdicts from refusals whose ground a RADIUS server says in words.</summary>
internal static class RefusalsInWords
{
    /// <param name="about">The host that has to be mended; null: the RADIUS server.</param>
    public static IEnumerable<Verdict> Of(CaseFile file, RefusalGround ground, Host? about = null)
    {
        foreach (var seen in file.Derived(Refusals))
        {
            if (seen is not { Words: { } words } || seen.Ground != ground)
                continue;
            yield return Verdict.Found($"the RADIUS server refuses {Hole.User(seen.User ?? "a user")} and says: {Hole.Plain(words)}", seen.Cite(nameof(RadiusDecision.Words)))
                with { About = about ?? seen.About, At = seen.At, Affected = seen.User };
        }
    }

    private static RadiusDecision[] Refusals(CaseFile file) =>
        [.. file.All<RadiusDecision>().Where(seen => seen is { IsVpn: true, Outcome: RadiusOutcome.Rejected, Words: not null })];
}
