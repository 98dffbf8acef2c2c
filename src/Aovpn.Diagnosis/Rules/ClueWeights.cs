using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Rules;

/// <summary>
/// What each clue is worth: the information in it, in hundredths of a bit. A clue that one page of 160 names weighs about 730, one that
/// forty name 200: it says how much nearer a clue brings a reader to one cause.
/// </summary>
internal sealed class ClueWeights(ImmutableArray<RulePage> pages)
{
    /// <summary>Pages that may name a clue which still is enough alone to suspect a cause.</summary>
    private const int Few = 4;

    private readonly FrozenDictionary<Clue, int> _named = pages.SelectMany(page => page.FavouredBy.Distinct())
        .GroupBy(clue => clue).ToFrozenDictionary(group => group.Key, group => group.Count());

    /// <summary>Worth of a clue that few pages name, or of two common ones.</summary>
    public int Suspicion => Math.Max(1, Bits(Few));

    public int Of(Clue clue) => _named.TryGetValue(clue, out var count) ? Bits(count) : 0;

    private int Bits(int count) => (int)Math.Round(100 * Math.Log2((pages.Length + 1.0) / count));
}
