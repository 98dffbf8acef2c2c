using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>A part of a sentence that says how it went, and under which conditions.</summary>
/// <param name="Works">Null when the part does not say.</param>
/// <param name="OfConnection">False when something else works or fails: "the internet works".</param>
/// <param name="First">First word of outcome and conditions in the sentence.</param>
internal sealed record Clause(Statement Statement, int Sentence, bool? Works, bool OfConnection, ImmutableArray<Condition> Conditions, int First, int End);
