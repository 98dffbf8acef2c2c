using System.Collections.Immutable;
using Aovpn.Diagnosis.Correlation;

namespace Aovpn.Diagnosis.Model;

/// <summary>The one immutable result that every report renders.</summary>
/// <param name="AsOf">The time for which validity was judged.</param>
/// <param name="Stages">The eight stages of a connection in order.</param>
/// <param name="Findings">In the contract's order; the position is the rank.</param>
/// <param name="Notes">What a reader of the report should know about how it came about: clock offsets, scope, limits.</param>
public sealed record Diagnosis(
    DateTimeOffset AsOf,
    ImmutableArray<Symptom> Symptoms,
    ImmutableArray<StageResult> Stages,
    ImmutableArray<Finding> Findings,
    ImmutableArray<NextEvidence> Next,
    ImmutableArray<ArtifactSummary> Artifacts,
    ImmutableArray<ConnectionAttempt> Attempts,
    ImmutableArray<Message> Notes)
{
    /// <summary>How far hosts' clocks differ, by which times of different hosts are put beside each other; null when nobody asked.</summary>
    public ClockOffsets? Clocks { get; init; }

    /// <summary>Symptoms that no found cause explains.</summary>
    public IEnumerable<Symptom> Unexplained =>
        Symptoms.Where(symptom => !Findings.Any(finding => finding.Verdict is VerdictKind.Found && finding.Explains.Contains(symptom)));
}
