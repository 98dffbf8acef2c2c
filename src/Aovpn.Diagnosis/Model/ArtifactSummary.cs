using System.Collections.Immutable;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Model;

/// <summary>What became of one artifact: the row of the report's list of evidence.</summary>
/// <param name="Kinds">Kinds of evidence recognised in it, by content; empty when nothing was.</param>
/// <param name="Sha256">Lower-case hexadecimal; null where the artifact could not be read.</param>
/// <param name="Records">Records, entries or passages read.</param>
/// <param name="Unreadable">Records or passages that could not be read.</param>
public sealed record ArtifactSummary(
    Artifact Artifact, Host Host, ImmutableArray<string> Kinds, string? Sha256, long Length, long Records, long Unreadable)
{
    /// <summary>What has to be said about it, the first few: what, where, what still worked, what to do.</summary>
    public ImmutableArray<Unreadable> Remarks { get; init; } = [];

    public bool IsRecognised => !Kinds.IsEmpty;

    /// <summary>The kind that the JSON contract names: the first recognised, or <c>unrecognised</c>.</summary>
    public string Kind => Kinds.IsEmpty ? "unrecognised" : string.Join('+', Kinds);
}
