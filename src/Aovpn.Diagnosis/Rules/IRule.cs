using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Rules;

/// <summary>
/// Judges observations for one cause, the one that the page of the same name describes. A rule sees observations only; it
/// has no state, and what it lacks the engine asks for.
/// </summary>
public interface IRule
{
    /// <summary>Evidence without which the rule cannot decide; the engine answers for its absence.</summary>
    ImmutableArray<Need> Needs { get; }

    /// <summary>Verdicts in the order of the evidence; empty when nothing in the case is the rule's business.</summary>
    IEnumerable<Verdict> Judge(CaseFile file);
}
