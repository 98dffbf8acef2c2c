using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>Decisions of NPS that were counted and not kept one by one, because there are so many alike.</summary>
/// <param name="At">When the first of them was made.</param>
/// <param name="Until">When the last of them was made.</param>
/// <param name="Count">How many beside those that were kept.</param>
public sealed record RadiusTraffic(Citation Source, Host About, When? At, When? Until, RadiusOutcome Outcome, long Count)
    : Observation(Source, About, At)
{
    /// <summary>The reason that they share; null for grants.</summary>
    public Code? Reason { get; init; }

    /// <summary>False where the requests are known to come from Wi-Fi, a switch or RD Gateway.</summary>
    public bool IsVpn { get; init; } = true;
}
