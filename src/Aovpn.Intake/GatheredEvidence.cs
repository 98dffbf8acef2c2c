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

    /// <summary>The bytes of an artifact once more, as they were found.</summary>
    /// <returns>Null where there are none: it could not be read, or is an archive whose entries are artifacts of their own.</returns>
    /// <exception cref="IOException">It is gone or changed since it was read.</exception>
    public Func<Stream>? Opener(Artifact artifact) => Reopen.GetValueOrDefault(artifact.Name);
}
