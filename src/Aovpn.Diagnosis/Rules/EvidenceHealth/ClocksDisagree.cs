using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Rules.EvidenceHealth;

/// <summary>Two hosts that write times in UTC differ by more than Kerberos allows. Page: ClocksDisagree.md.</summary>
public sealed class ClocksDisagree() : FleetRule(new Need("client-events", HostRole.Client), new Need("gateway-events", HostRole.VpnServer))
{
    /// <summary>Default of "Maximum tolerance for computer clock synchronization" in the Kerberos policy.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        if (file.Clocks.Reference is not { } reference)
            yield break;

        var sightings = FirstSightings(file);
        foreach (var (clock, ahead) in file.Clocks.Ahead.OrderBy(one => one.Key.ToString(), StringComparer.Ordinal))
        {
            if (clock == reference || !clock.IsUtc || !reference.IsUtc)
                continue;

            var seen = sightings[clock];
            yield return (ahead.Duration() > Tolerance
                ? Verdict.Found(
                    $"the clock of {Name(clock.Host)} is {Minutes(ahead)} min {Hole.Plain(ahead > TimeSpan.Zero ? "ahead of" : "behind")} that of {Name(reference.Host)}; Kerberos tolerates {Minutes(Tolerance)}",
                    seen, sightings[reference])
                : Verdict.RuledOut($"the clocks of {Name(clock.Host)} and {Name(reference.Host)} agree", seen)) with { About = clock.Host };
        }
    }

    /// <summary>Of all clocks at once: in a farm's evidence there is one for each client.</summary>
    private static Dictionary<Clock, Citation> FirstSightings(CaseFile file)
    {
        var sightings = new Dictionary<Clock, Citation>();
        foreach (var seen in file.Observations)
        {
            if (seen.At is { } at)
                sightings.TryAdd(Clock.Of(at), seen.Source);
        }

        return sightings;
    }

    private static long Minutes(TimeSpan span) => (long)Math.Round(span.Duration().TotalMinutes);

    private static Hole Name(Host host) => host.Name is { } name ? Hole.Host(name) : Hole.Plain(host.Role.ToString());
}
