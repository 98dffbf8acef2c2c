using System.Collections.Immutable;
using Aovpn.Diagnosis.Pages;

namespace Aovpn.Diagnosis.Model;

/// <summary>A cause with the verdict on it, merged over all observations and attempts in scope.</summary>
/// <param name="Page">The cause: id, title, stage, fixes.</param>
/// <param name="Explains">The observed symptoms that this cause explains.</param>
/// <param name="Count">Verdicts of this kind that were merged.</param>
/// <param name="Affected">Users or machines it hit, each once, in order of first appearance.</param>
public sealed record Finding(
    RulePage Page,
    VerdictKind Verdict,
    Message Message,
    Host About,
    ImmutableArray<Citation> Evidence,
    ImmutableArray<Symptom> Explains,
    int Count,
    When? First,
    When? Last,
    ImmutableArray<string> Affected,
    ImmutableArray<Need> Needs,
    ImmutableArray<Fix> Fixes)
{
    /// <summary>What the reported contrasts, changes and facts that speak for this cause are worth, in hundredths of a bit.</summary>
    public int Favour { get; init; }
}
