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
        var joined = Merge(threads);
        return [.. joined.Select(thread => Attempt(thread, clocks)).OrderBy(attempt => clocks.Instant(attempt.Start))];
    }

    /// <summary>Observations that carry the same id belong together whatever their times.</summary>
    private static ICollection<Sightings> Threads(IEnumerable<Observation> seen, ClockOffsets clocks)
    {
        var threads = new Dictionary<string, Sightings>(StringComparer.Ordinal);
        var alone = 0;
        foreach (var one in seen)
        {
            var key = Key(one) ?? string.Create(CultureInfo.InvariantCulture, $"alone {alone++}");
            (threads.TryGetValue(key, out var thread) ? thread : threads[key] = new(clocks)).Add(one);
        }

        return threads.Values;
    }

    private static string? Key(Observation seen) => seen switch
    {
        IOfAttempt { CoId: { } id } => id,
        RadiusDecision { Class: { } joined } => $"class {joined}",
        RadiusDecision { SessionId: { } session } radius => $"session {session} {radius.Client.Address ?? radius.Client.NasAddress}",
        _ => null,
    };

    /// <summary>Merges threads of one user that overlap in time and do not stand for different attempts.</summary>
    private static List<Sightings> Merge(ICollection<Sightings> threads)
    {
        var result = new List<Sightings>();
        foreach (var user in threads.GroupBy(thread => thread.User is { } name ? UserIdentity.Account(name) : "", StringComparer.Ordinal))
        {
            var merged = new List<Sightings>();
            foreach (var thread in user.OrderBy(thread => thread.Start))
            {
                var host = user.Key.Length == 0 ? null : Nearest(merged, thread);
                if (host is null)
                    merged.Add(thread);
                else
                    host.Add(thread);
            }

            result.AddRange(merged);
        }

        return result;
    }

    /// <summary>Of the newest few attempts the nearest in time that this thread can be part of.</summary>
    private static Sightings? Nearest(List<Sightings> merged, Sightings thread)
    {
        const int Newest = 8;
        Sightings? nearest = null;
        var least = Window;
        for (var index = Math.Max(0, merged.Count - Newest); index < merged.Count; index++)
        {
            if (merged[index].Gap(thread) is { } gap && gap <= least && merged[index].CanBeOneWith(thread))
                (nearest, least) = (merged[index], gap);
        }

        return nearest;
    }

    private static ConnectionAttempt Attempt(Sightings thread, ClockOffsets clocks)
    {
        ImmutableArray<Observation> seen = thread.Seen.Count == 1 ? [thread.Seen[0]] : [.. thread.Seen.OrderBy(one => clocks.Instant(one.At))];
        var id = thread.CoId ?? Key(thread.Seen[0]) ?? thread.Seen[0].Source.ToString();

        return new(id, thread.User, Connection(seen), seen.FirstOrDefault(one => one.At is not null)?.At, seen.LastOrDefault(one => one.At is not null)?.At, seen)
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
