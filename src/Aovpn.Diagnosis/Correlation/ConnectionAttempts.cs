using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Correlation;

/// <summary>Joins observations of client, gateway and NPS into attempts.</summary>
public static class ConnectionAttempts
{
    public static ImmutableArray<ConnectionAttempt> Join(ImmutableArray<Observation> observations, ClockOffsets clocks)
    {
        var attempts = ImmutableArray.CreateBuilder<ConnectionAttempt>();
        foreach (var group in observations.Where(seen => seen is IOfAttempt { CoId: not null }).GroupBy(seen => ((IOfAttempt)seen).CoId!, StringComparer.Ordinal))
        {
            ImmutableArray<Observation> seen = [.. group.OrderBy(one => clocks.Instant(one.At))];
            attempts.Add(new(group.Key, seen.OfType<IOfAttempt>().FirstOrDefault(one => one.User is not null)?.User,
                seen.OfType<ConnectionFailed>().FirstOrDefault()?.Connection, seen[0].At, seen[^1].At, seen)
            {
                Failure = seen.OfType<ConnectionFailed>().FirstOrDefault()?.Code,
                Connected = seen.OfType<ConnectionProgressed>().Any(one => one.Phase is ConnectionPhase.Connected),
            });
        }

        return attempts.ToImmutable();
    }
}
