using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>
/// Mends slips in words that a lexicon knows: "certifcate", "firwall", "gatway". One letter too many, too few, two swapped; in long words one
/// wrong. Short words are left alone, as one letter makes another word of them.
/// </summary>
internal sealed class Spelling
{
    private const int Shortest = 7;

    /// <summary>A wrong letter is forgiven only in words as long as this: "prevent" is no slip of "present".</summary>
    private const int ShortestWithWrongLetter = 9;

    private const int ShortestWithoutEnd = 10;

    private readonly FrozenSet<string> _known;
    private readonly Dictionary<string, string> _shortened = new(StringComparer.Ordinal);
    private readonly ImmutableArray<string> _suffixes;
    private readonly WordBook<string?> _meant;

    /// <param name="words">Folded words of the phrases.</param>
    /// <param name="suffixes">Endings of the language, tried off where a word is not known.</param>
    public Spelling(IEnumerable<string> words, ImmutableArray<string> suffixes)
    {
        _suffixes = suffixes;
        _meant = new(Mended);
        _known = words.ToFrozenSet(StringComparer.Ordinal);
        foreach (var word in _known.Where(word => word.Length >= Shortest && word.All(char.IsLetter)).Order(StringComparer.Ordinal))
        {
            _shortened.TryAdd(word, word);
            foreach (var shorter in Shortened(word))
                _shortened.TryAdd(shorter, word);
        }
    }

    /// <summary>The sentence with its slips mended; the same one where there are none.</summary>
    public Sentence Mend(Sentence sentence)
    {
        ImmutableArray<Word>.Builder? mended = null;
        for (var at = 0; at < sentence.Words.Length; at++)
        {
            if (Meant(sentence.Words[at].Text) is not { } meant)
                continue;
            mended ??= sentence.Words.ToBuilder();
            mended[at] = sentence.Words[at] with { Text = meant };
        }

        return mended is null ? sentence : sentence with { Words = mended.MoveToImmutable() };
    }

    /// <returns>Null for a word that is known, or like none that is.</returns>
    public string? Meant(string word) => word.Length < Shortest ? null : _meant[word];

    private string? Mended(string word)
    {
        if (!word.All(char.IsLetter) || IsKnown(word))
            return null;
        if (Nearest(word) is { } whole)
            return whole;
        foreach (var suffix in _suffixes)
        {
            if (word.EndsWith(suffix, StringComparison.Ordinal) && word.Length - suffix.Length >= Shortest && Nearest(word[..^suffix.Length]) is { } stem)
                return stem + suffix;
        }

        return null;
    }

    private bool IsKnown(string word)
    {
        if (_known.Contains(word))
            return true;
        foreach (var suffix in _suffixes)
        {
            if (word.EndsWith(suffix, StringComparison.Ordinal) && _known.Contains(word[..^suffix.Length]))
                return true;
        }

        return false;
    }

    private string? Nearest(string word)
    {
        if (_shortened.TryGetValue(word, out var longer) && IsSlip(word, longer))
            return longer;
        foreach (var shorter in Shortened(word))
        {
            if (_shortened.TryGetValue(shorter, out var like) && IsSlip(word, like))
                return like;
        }

        return null;
    }

    /// <summary>The first letter is right, and the ends are: "provide" is no slip of "provider". A long word may lack its last: "certificat".</summary>
    private static bool IsSlip(string written, string meant)
    {
        if (written.Length == meant.Length - 1 && meant.Length >= ShortestWithoutEnd && meant.StartsWith(written, StringComparison.Ordinal))
            return true;
        if (written[0] != meant[0] || written[^1] != meant[^1])
            return false;
        if (written.Length != meant.Length)
            return true;
        var wrong = Enumerable.Range(0, meant.Length).Where(at => written[at] != meant[at]).ToArray();
        return wrong is [_] ? meant.Length >= ShortestWithWrongLetter
            : wrong is [var first, var second] && second == first + 1 && written[first] == meant[second] && written[second] == meant[first];
    }

    private static IEnumerable<string> Shortened(string word) => Enumerable.Range(1, word.Length - 1).Select(at => word.Remove(at, 1));
}
