using System.Collections.Frozen;
using System.Collections.Immutable;
using Aovpn.Diagnosis.Catalogue;

namespace Aovpn.Diagnosis.Explaining;

/// <summary>
/// Finds the entry whose words a question shares, whatever their order and with slips of the pen. Rare words count more than
/// common ones (inverse document frequency); a word with one or two wrong letters counts a little less than the word itself.
/// </summary>
/// <typeparam name="T">What an entry stands for.</typeparam>
internal sealed class SentenceIndex<T>
{
    private const double SlipCounts = 0.8;

    /// <summary>A word that no entry has may be a name or chatter: it counts less than a rare word that some entry has.</summary>
    private const double UnknownCounts = 0.5;

    private static readonly FrozenSet<string> Negations =
        new[] { "didnt", "doesnt", "dont", "cant", "couldnt", "isnt", "wasnt", "arent", "werent", "wont", "wouldnt", "hasnt" }.ToFrozenSet(StringComparer.Ordinal);

    private readonly List<(T Entry, string[] Words)> _entries = [];
    private readonly Dictionary<string, List<int>> _entriesWith = new(StringComparer.Ordinal);

    public void Add(T entry, string sentence)
    {
        var words = Distinct(sentence);
        if (words.Length == 0)
            return;
        foreach (var word in words)
        {
            if (!_entriesWith.TryGetValue(word, out var entries))
                _entriesWith.Add(word, entries = []);
            entries.Add(_entries.Count);
        }

        _entries.Add((entry, words));
    }

    /// <returns>
    /// Entries that share words with the question, in no order. <c>Asked</c> is the share of the question that the entry has,
    /// <c>Entry</c> the share of the entry that was asked for; both 0 to 1.
    /// </returns>
    public ImmutableArray<(T Entry, double Asked, double Share, int Words)> Find(string question)
    {
        var asked = Distinct(question);
        var total = asked.Sum(Weight);
        var scores = new Dictionary<int, (double Weight, int Words)>();
        foreach (var word in asked)
        {
            var best = new Dictionary<int, double>();
            foreach (var (known, counts) in Like(word))
            {
                foreach (var entry in _entriesWith[known])
                    best[entry] = Math.Max(best.GetValueOrDefault(entry), counts);
            }

            foreach (var (entry, counts) in best)
            {
                var (weight, words) = scores.GetValueOrDefault(entry);
                scores[entry] = (weight + (Weight(word) * counts), words + 1);
            }
        }

        return
            [.. scores.Select(score => (_entries[score.Key].Entry, score.Value.Weight / total, score.Value.Weight / _entries[score.Key].Words.Sum(Weight), score.Value.Words))];
    }

    private static string[] Distinct(string text) => [.. Words.Of(text).Select(word => Negations.Contains(word.Text) ? "not" : word.Text).Distinct()];

    private double Weight(string word) => _entriesWith.TryGetValue(word, out var entries)
        ? Math.Log(1 + ((double)_entries.Count / entries.Count))
        : UnknownCounts * Math.Log(1 + _entries.Count);

    private IEnumerable<(string Word, double Counts)> Like(string word)
    {
        if (_entriesWith.ContainsKey(word))
            return [(word, 1)];
        var slips = word.Length < 4 ? 0 : word.Length < 8 ? 1 : 2;
        return slips == 0 ? [] : _entriesWith.Keys.Where(known => Slips.Between(word, known, slips) <= slips || SameStem(word, known)).Select(known => (known, SlipCounts));
    }

    /// <summary>"certificates" and "certificate", "connects" and "connected".</summary>
    private static bool SameStem(string one, string other)
    {
        var common = one.AsSpan().CommonPrefixLength(other);
        return common >= 5 && one.Length - common <= 3 && other.Length - common <= 3;
    }
}
