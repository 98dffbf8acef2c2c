using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence;

/// <summary>The words at cited places, cut for one report: a few short lines each, safe to show.</summary>
public sealed class Excerpts(ImmutableDictionary<Citation, ImmutableArray<string>> lines)
{
    public static readonly Excerpts None = new(ImmutableDictionary<Citation, ImmutableArray<string>>.Empty);

    /// <summary>Every line that was cut, of all places.</summary>
    public IEnumerable<string> Lines => lines.Values.SelectMany(cut => cut);

    /// <summary>Lines without line ends; empty where the place has no text.</summary>
    public ImmutableArray<string> Of(Citation citation) => lines.TryGetValue(citation, out var cut) ? cut : [];
}
