namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>A concept found in a sentence.</summary>
/// <param name="First">First word of it, from 0.</param>
/// <param name="End">After its last word.</param>
/// <param name="IsNegated">The phrase itself says the opposite: "ports are open".</param>
/// <param name="HasGap">Its words do not follow each other, so it does not hide what stands between them.</param>
internal sealed record Mention(Concept Concept, int First, int End, bool IsNegated, bool HasGap)
{
    public bool Covers(int word) => word >= First && word < End;

    public bool Contains(Mention other) => First <= other.First && End >= other.End && End - First > other.End - other.First;

    public bool Overlaps(Mention other) => First < other.End && other.First < End;
}
