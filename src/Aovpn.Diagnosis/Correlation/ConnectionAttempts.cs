using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Correlation;

/// <summary>
/// Joins what client, gateway and NPS saw into attempts: first by correlation id, then requests and replies of NPS by Class or session,
/// then both by user and time on the common clock.
/// </summary>
public static class ConnectionAttempts
{
    /// <summary>How far apart, clocks corrected, sightings of one attempt may lie: RADIUS and EAP time-outs with retries.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    public static ImmutableArray<ConnectionAttempt> Join(ImmutableArray<Observation> observations, ClockOffsets clocks)
    {
        var threads = Threads(observations.Where(seen => seen is IOfAttempt and not RadiusDecision { IsVpn: false }), clocks);
        var joined = Merge(threads, clocks);
        return [.. joined.Select(thread => Attempt(thread, clocks)).OrderBy(attempt => clocks.Instant(attempt.Start))];
    }

    /// <summary>Observations that carry the same id belong together whatever their times.</summary>
    private static List<List<Observation>> Threads(IEnumerable<Observation> seen, ClockOffsets clocks)
    {
        var threads = new Dictionary<string, List<Observation>>(StringComparer.Ordinal);
        var alone = 0;
        foreach (var one in seen)
        {
            var key = Key(one) ?? string.Create(CultureInfo.InvariantCulture, $"alone {alone++}");
            (threads.TryGetValue(key, out var thread) ? thread : threads[key] = []).Add(one);
        }

        foreach (var thread in threads.Values)
            thread.Sort((left, right) => Nullable.Compare(clocks.Instant(left.At), clocks.Instant(right.At)));
        return [.. threads.Values];
    }

    private static string? Key(Observation seen) => seen switch
    {
        IOfAttempt { CoId: { } id } => id,
        RadiusDecision { Class: { } joined } => $"class {joined}",
        RadiusDecision { SessionId: { } session } radius => $"session {session} {radius.Client.Address ?? radius.Client.NasAddress}",
        _ => null,
    };

    /// <summary>Merges threads of one user that overlap in time and do not stand for different attempts.</summary>
    private static List<List<Observation>> Merge(List<List<Observation>> threads, ClockOffsets clocks)
    {
        var result = new List<List<Observation>>();
        foreach (var user in threads.GroupBy(thread => User(thread) is { } name ? UserIdentity.Account(name) : "", StringComparer.Ordinal))
        {
            var merged = new List<List<Observation>>();
            foreach (var thread in user.OrderBy(thread => clocks.Instant(thread[0].At)))
            {
                var host = user.Key.Length == 0 ? null : Nearest(merged, thread, clocks);
                if (host is null)
                    merged.Add(thread);
                else
                    host.AddRange(thread);
            }

            result.AddRange(merged);
        }

        return result;
    }

    /// <summary>Of the newest few attempts the nearest in time that this thread can be part of.</summary>
    private static List<Observation>? Nearest(List<List<Observation>> merged, List<Observation> thread, ClockOffsets clocks)
    {
        const int Newest = 8;
        List<Observation>? nearest = null;
        var least = Window;
        for (var index = Math.Max(0, merged.Count - Newest); index < merged.Count; index++)
        {
            if (Gap(merged[index], thread, clocks) is { } gap && gap <= least && CanBeOne(merged[index], thread))
                (nearest, least) = (merged[index], gap);
        }

        return nearest;
    }

    private static TimeSpan? Gap(List<Observation> left, List<Observation> right, ClockOffsets clocks)
    {
        var (leftTimes, rightTimes) = (left.Select(one => clocks.Instant(one.At)), right.Select(one => clocks.Instant(one.At)));
        if (leftTimes.Min() is not { } leftStart || rightTimes.Min() is not { } rightStart)
            return null;
        var (leftEnd, rightEnd) = (leftTimes.Max()!.Value, rightTimes.Max()!.Value);
        var gap = leftStart > rightEnd ? leftStart - rightEnd : rightStart - leftEnd;
        return gap > TimeSpan.Zero ? gap : TimeSpan.Zero;
    }

    /// <summary>Two correlation ids are two attempts; so are two outcomes that one host logged.</summary>
    private static bool CanBeOne(List<Observation> left, List<Observation> right)
    {
        var ids = left.Concat(right).Select(one => ((IOfAttempt)one).CoId).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        return ids <= 1 && !left.Where(IsOutcome).Select(Recorder).Intersect(right.Where(IsOutcome).Select(Recorder)).Any();
    }

    private static bool IsOutcome(Observation seen) => seen is ConnectionFailed
        or ConnectionProgressed { Phase: ConnectionPhase.Connected }
        or RadiusDecision { Outcome: RadiusOutcome.Accepted or RadiusOutcome.Rejected };

    private static (HostRole Role, Artifact Artifact) Recorder(Observation seen) => (seen.About.Role, seen.Source.Artifact);

    private static string? User(List<Observation> thread) => thread.Select(one => ((IOfAttempt)one).User).FirstOrDefault(name => name is not null);

    private static ConnectionAttempt Attempt(List<Observation> thread, ClockOffsets clocks)
    {
        ImmutableArray<Observation> seen = [.. thread.OrderBy(one => clocks.Instant(one.At))];
        var timed = seen.Where(one => one.At is not null).ToArray();
        var id = thread.Select(one => ((IOfAttempt)one).CoId).FirstOrDefault(one => one is not null) ?? Key(thread[0]) ?? thread[0].Source.ToString();

        return new(id, User(thread), Connection(seen), timed.FirstOrDefault()?.At, timed.LastOrDefault()?.At, seen)
        {
            Failure = seen.OfType<ConnectionFailed>().Select(one => (Code?)one.Code).FirstOrDefault()
                ?? seen.OfType<GatewayEvent>().Select(one => one.Code).FirstOrDefault(code => code is { Value: not 0 }),
            Connected = seen.Any(one => one is ConnectionProgressed { Phase: ConnectionPhase.Connected }),
        };
    }

    private static string? Connection(ImmutableArray<Observation> seen) =>
        seen.OfType<ConnectionFailed>().Select(one => one.Connection)
            .Concat(seen.OfType<ConnectionProgressed>().Select(one => one.Connection))
            .FirstOrDefault(name => name is not null);
}
