using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>
/// Keeps memory bounded over logs of any length: failures and attempts are all kept; of what went well the first of each sort are
/// kept and the rest counted.
/// </summary>
internal static class EventVolume
{
    /// <summary>Of each sort of healthy observation, in one artifact.</summary>
    public const int Kept = 20_000;

    public static IEnumerable<Observation> Limit(IEnumerable<Observation> observations)
    {
        long grants = 0;
        long others = 0;
        RadiusDecision? first = null;
        RadiusDecision? last = null;
        Observation? lastOther = null;
        foreach (var observation in observations)
        {
            if (observation is RadiusDecision { Outcome: RadiusOutcome.Accepted } grant)
            {
                if (++grants <= Kept)
                {
                    yield return grant;
                    continue;
                }

                first ??= grant;
                last = grant;
                continue;
            }

            if (!IsHealthy(observation) || ++others <= Kept)
            {
                yield return observation;
                continue;
            }

            lastOther = observation;
        }

        if (first is not null && last is not null)
            yield return new RadiusTraffic(last.Source, last.About, first.At, last.At, RadiusOutcome.Accepted, grants - Kept);
        if (lastOther is not null)
            yield return new Unreadable(lastOther.Source, Message.Of($"{others - Kept} events that tell of no failure were counted and not kept, after the first {Kept} of them: all failures were kept; export a shorter time to see every event"), others - Kept);
    }

    private static bool IsHealthy(Observation observation) => observation switch
    {
        EventLogged logged => !WatchedEvents.IsFailure(logged),
        ChainBuilt chain => chain.Result.Value == 0,
        CertificateSeen { Use: CertificateUse.Logged } => true,
        _ => false,
    };
}
