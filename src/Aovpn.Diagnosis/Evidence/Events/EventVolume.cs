using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>
/// Keeps memory bounded over logs of any length: failures and attempts are all kept; of requests that NPS granted the first are
/// kept and the rest counted.
/// </summary>
internal static class EventVolume
{
    /// <summary>Grants of one artifact that are kept one by one.</summary>
    public const int KeptGrants = 20_000;

    public static IEnumerable<Observation> Limit(IEnumerable<Observation> observations)
    {
        long grants = 0;
        RadiusDecision? first = null;
        RadiusDecision? last = null;
        foreach (var observation in observations)
        {
            if (observation is not RadiusDecision { Outcome: RadiusOutcome.Accepted } grant || ++grants <= KeptGrants)
            {
                yield return observation;
                continue;
            }

            first ??= grant;
            last = grant;
        }

        if (first is not null && last is not null)
            yield return new RadiusTraffic(last.Source, last.About, first.At, last.At, RadiusOutcome.Accepted, grants - KeptGrants);
    }
}
