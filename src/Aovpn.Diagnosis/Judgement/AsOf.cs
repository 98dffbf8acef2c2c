using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Judgement;

/// <summary>
/// The time for which validity is judged: a certificate that was good when the connection failed was good. The user's word, else
/// the newest failed attempt, else the newest time in the evidence, else the run's clock.
/// </summary>
public static class AsOf
{
    public static DateTimeOffset Of(ImmutableArray<Observation> observations, DiagnosisRequest request) =>
        request.AsOf
        ?? Newest(observations.Where(seen => seen is ConnectionFailed or GatewayEvent { Code: not null } or RadiusDecision { Outcome: RadiusOutcome.Rejected }))
        ?? Newest(observations)
        ?? request.RunClock;

    private static DateTimeOffset? Newest(IEnumerable<Observation> observations) =>
        observations.Max(seen => seen.At?.InstantOrWall);
}
