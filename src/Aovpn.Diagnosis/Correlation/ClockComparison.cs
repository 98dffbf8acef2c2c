using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Correlation;

/// <summary>
/// Compares clocks in pairs. Where two logs carry the same correlation id the difference is read off; where they share only a user,
/// the difference on which most of that pair's sightings agree is taken, and none where no difference stands out.
/// </summary>
internal static class ClockComparison
{
    /// <summary>Sightings of one attempt on two hosts lie this close once their clocks agree: time-outs of RADIUS and EAP.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(15);

    /// <summary>Clocks and zones differ by no more than this; a greater difference is another day's attempt.</summary>
    private static readonly TimeSpan Largest = TimeSpan.FromHours(27);

    /// <summary>Sightings of one key that are compared; more would be quadratic and tell nothing new.</summary>
    private const int MostPerKey = 20;

    /// <summary>Differences that are kept for one pair of clocks.</summary>
    private const int MostCandidates = 200_000;

    private const string Refused = "refused ", Id = "id ";

    private readonly record struct Sighting(NamedClock Clock, DateTime Told, string Key);

    /// <summary>There is one for each clock, so that clocks are told apart by what they are.</summary>
    private sealed class NamedClock(Clock clock)
    {
        public Clock Clock => clock;

        public Host Host => clock.Host;

        public string Name { get; } = clock.ToString();
    }

    public static ImmutableArray<ClockDifference> Compare(ImmutableArray<Observation> observations)
    {
        var clocks = new Dictionary<Clock, NamedClock>();
        var byId = Sightings(observations, clocks, one => one.CoId is { } id ? $"{Id}{id}" : null);
        var byUser = Sightings(observations, clocks, UserKey);

        var strong = Pairs(byId);
        var compared = strong.Select(one => (one.Left, one.Right)).ToHashSet();
        var refused = Pairs(byUser.Where(user => user.Key.StartsWith(Refused, StringComparison.Ordinal)))
            .Select(one => (one.Left, one.Right)).ToHashSet();
        return [.. strong, .. Pairs(byUser).Where(one => !compared.Contains((one.Left, one.Right)) && (refused.Contains((one.Left, one.Right)) || IsBelieved(one)))];
    }

    /// <summary>
    /// A user who got in once on each of two hosts that tell UTC may have got in twice: each log holds other hours. Only hosts that agree are
    /// believed then; a clock is not called wrong for it. Refusals are rarer, so that one on each host is one attempt.
    /// </summary>
    private static bool IsBelieved(ClockDifference one) => one.Support > 1 || !one.Left.IsUtc || !one.Right.IsUtc || one.RightAhead.Duration() <= Tolerance;

    /// <summary>Outcome and user: an accepted attempt is never matched with a refused one.</summary>
    private static string? UserKey(IOfAttempt seen)
    {
        if (seen.User is not { } user)
            return null;
        return seen switch
        {
            ConnectionFailed or GatewayEvent { Code.Value: not 0 } or RadiusDecision { Outcome: RadiusOutcome.Rejected, IsVpn: true } => $"{Refused}{UserIdentity.Account(user)}",
            ConnectionProgressed { Phase: ConnectionPhase.Connected } or RadiusDecision { Outcome: RadiusOutcome.Accepted, IsVpn: true } => $"accepted {UserIdentity.Account(user)}",
            _ => null,
        };
    }

    private static ILookup<string, Sighting> Sightings(ImmutableArray<Observation> observations, Dictionary<Clock, NamedClock> clocks, Func<IOfAttempt, string?> keyOf)
    {
        return All().ToLookup(sighting => sighting.Key);

        IEnumerable<Sighting> All()
        {
            foreach (var seen in observations)
            {
                if (seen is not IOfAttempt of || seen.At is not { } at || keyOf(of) is not { } key)
                    continue;
                var clock = Clock.Of(at);
                if (!clocks.TryGetValue(clock, out var named))
                    clocks[clock] = named = new(clock);
                yield return new(named, at.Instant?.UtcDateTime ?? at.Wall, key);
            }
        }
    }

    private static ImmutableArray<ClockDifference> Pairs(IEnumerable<IGrouping<string, Sighting>> sightings)
    {
        var candidates = new Dictionary<(NamedClock Left, NamedClock Right), List<TimeSpan>>();
        foreach (var attempt in sightings)
        {
            var host = attempt.First().Clock.Host;
            if (attempt.All(one => one.Clock.Host == host))
                continue;

            // The last sighting of an id on each clock is its end, which both hosts log at once.
            var seen = attempt.Key.StartsWith(Id, StringComparison.Ordinal)
                ? attempt.GroupBy(one => one.Clock).Select(group => group.MaxBy(one => one.Told)).ToArray()
                : [.. attempt.Take(MostPerKey)];
            foreach (var left in seen)
            {
                foreach (var right in seen)
                {
                    var difference = right.Told - left.Told;
                    if (left.Clock.Host == right.Clock.Host || !Ordered(left.Clock, right.Clock) || difference.Duration() > Largest)
                        continue;
                    var list = candidates.TryGetValue((left.Clock, right.Clock), out var known) ? known : candidates[(left.Clock, right.Clock)] = [];
                    if (list.Count < MostCandidates)
                        list.Add(difference);
                }
            }
        }

        return [.. candidates.Select(one => Agreed(one.Key.Left.Clock, one.Key.Right.Clock, one.Value)).OfType<ClockDifference>()];
    }

    /// <summary>The difference on which most sightings agree. Where another has as many, equal clocks are believed and nothing else.</summary>
    private static ClockDifference? Agreed(Clock left, Clock right, List<TimeSpan> candidates)
    {
        candidates.Sort();
        var best = Densest(candidates, TimeSpan.MaxValue);
        var rival = Densest(candidates, best.Middle);
        if (best.Count > rival.Count)
            return new(left, right, best.Middle, best.Count);

        var equal = candidates.Count(difference => difference.Duration() <= Tolerance);
        return equal == best.Count ? new(left, right, TimeSpan.Zero, equal) : null;
    }

    /// <param name="candidates">In ascending order.</param>
    /// <param name="apartFrom">Differences near this one are left out.</param>
    private static (int Count, TimeSpan Middle) Densest(List<TimeSpan> candidates, TimeSpan apartFrom)
    {
        var best = (Count: 0, Middle: TimeSpan.Zero);
        var first = 0;
        for (var last = 0; last < candidates.Count; last++)
        {
            while (candidates[last] - candidates[first] > Tolerance)
                first++;
            var middle = candidates[first + (last - first) / 2];
            var isApart = apartFrom == TimeSpan.MaxValue || (middle - apartFrom).Duration() > Tolerance * 2;
            if (isApart && last - first + 1 > best.Count)
                best = (last - first + 1, middle);
        }

        return best;
    }

    private static bool Ordered(NamedClock left, NamedClock right) => string.CompareOrdinal(left.Name, right.Name) < 0;
}
