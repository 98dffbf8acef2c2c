using System.Collections.Frozen;
using System.Collections.Immutable;
using Aovpn.Diagnosis.Evidence.Notes;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Pages;

namespace Aovpn.Diagnosis.Judgement;

/// <summary>
/// What each clue and each complaint is worth: the information in it, in hundredths of a bit. A clue that one page of 160 names weighs about 730, one that
/// forty name 200: it says how much nearer a clue brings a reader to one cause.
/// </summary>
public sealed class ClueWeights(ImmutableArray<RulePage> pages)
{
    /// <summary>Pages that may name a clue which still is enough alone to suspect a cause.</summary>
    private const int Few = 4;

    /// <summary>So many things that a deployment merely has are worth a suspicion.</summary>
    private const int Settings = 3;

    private static readonly FrozenSet<Clue> Merely = Topics.All.Where(topic => topic.Setting).Select(topic => new Clue(ClueKind.Topic, topic.Key)).ToFrozenSet();

    private readonly Dictionary<Clue, int> _named = pages.SelectMany(page => page.FavouredBy.Distinct())
        .CountBy(clue => clue).ToDictionary();

    private readonly Dictionary<Explained, int> _explaining = pages.SelectMany(page => page.Explains.Distinct()).CountBy(one => one).ToDictionary();

    /// <summary>Worth of a clue that few pages name, or of two common ones.</summary>
    public int Suspicion => Math.Max(1, Bits(Few));

    /// <returns>0 for a clue that no page names.</returns>
    public int Of(Clue clue) =>
        !_named.TryGetValue(clue, out var count) ? 0 : Merely.Contains(clue) ? Math.Min(Bits(count), Suspicion / Settings) : Bits(count);

    /// <summary>Worth of a complaint for those causes that explain it. That it does not connect could be any.</summary>
    public int Of(Symptom symptom) => symptom.Id is SymptomId.ConnectionFails ? 0 : Bits(Math.Max(1, _explaining.GetValueOrDefault(symptom.Key)));

    private int Bits(int count) => (int)Math.Round(100 * Math.Log2((pages.Length + 1.0) / count));
}
