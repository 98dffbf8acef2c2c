using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Model;

/// <summary>A complaint with the places where it was seen.</summary>
/// <param name="Code">The number for <see cref="SymptomId.Code"/>, else null.</param>
public sealed record Symptom(SymptomId Id, Code? Code, ImmutableArray<Citation> Evidence)
{
    /// <summary>What a page lists under <c>explains</c> to name this symptom: <c>13801</c>, <c>nps:16</c>, <c>never-dials</c>.</summary>
    public Explained Key => Code is { } code ? new(code) : new(Id);
}
