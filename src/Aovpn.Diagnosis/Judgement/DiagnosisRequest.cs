namespace Aovpn.Diagnosis.Judgement;

/// <summary>What the front door passes beside the evidence.</summary>
/// <param name="RunClock">The time of the run, for evidence that carries none.</param>
/// <param name="AsOf">The time the user names; it wins over all others (decision 0002).</param>
public sealed record DiagnosisRequest(DateTimeOffset RunClock, DateTimeOffset? AsOf, Scope Scope)
{
    public static DiagnosisRequest At(DateTimeOffset asOf) => new(asOf, asOf, Scope.Everything);
}
