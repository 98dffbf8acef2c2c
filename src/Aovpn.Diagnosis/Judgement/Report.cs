using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Pages;

namespace Aovpn.Diagnosis.Judgement;

/// <summary>What people said in a case, by the clue it gives. Built once, so that a page's clues are looked up and not searched.</summary>
internal sealed class Report(CaseFile file)
{
    private readonly Dictionary<Clue, Observation> _clues = file.Observations
        .Select(seen => (Clue: Clue.Of(seen), Seen: seen)).Where(one => one.Clue is not null)
        .DistinctBy(one => one.Clue).ToDictionary(one => one.Clue!.Value, one => one.Seen);

    /// <summary>People's words are all there is: no machine wrote anything down.</summary>
    public bool IsAll { get; } = file.Observations.All(seen => seen.IsReported);

    /// <summary>Nobody said anything that pages can name.</summary>
    public bool IsSilent => _clues.Count == 0;

    /// <summary>The first observation that is this clue; null when nothing in the case is.</summary>
    public Observation? Of(Clue clue) => _clues.GetValueOrDefault(clue);
}
