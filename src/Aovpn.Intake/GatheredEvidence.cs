using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Intake;

/// <summary>Everything that was read, ready for the engine; and the way back to the bytes, for excerpts.</summary>
public sealed record GatheredEvidence(ImmutableArray<Observation> Observations, ImmutableArray<ArtifactSummary> Artifacts)
{
    /// <summary>Opens artifacts anew by name.</summary>
    internal ImmutableDictionary<string, Func<Stream>> Reopen { get; init; } = ImmutableDictionary<string, Func<Stream>>.Empty;

    /// <summary>This and what was gathered later.</summary>
    public GatheredEvidence And(GatheredEvidence later) =>
        new(Observations.AddRange(later.Observations), Artifacts.AddRange(later.Artifacts)) { Reopen = Reopen.SetItems(later.Reopen) };
}
