using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>Finds which phrases of the lexicons begin at a word, without trying them all.</summary>
internal sealed class PhraseIndex
{
    private const int LongestStem = 32;

    private readonly Dictionary<string, List<Phrase>> _byFirstLetters = [];
    private readonly List<Phrase> _byNumber = [];

    public PhraseIndex(IEnumerable<Phrase> phrases)
    {
        foreach (var phrase in phrases)
        {
            KnowsQuestions |= phrase.Concept is { Kind: ConceptKind.Word, Value: "asks" };
            foreach (var first in phrase.Elements[0].Alternatives)
            {
                if (first.Form is PhraseWordForm.Number)
                    _byNumber.Add(phrase);
                else if (_byFirstLetters.TryGetValue(first.Text, out var known))
                    known.Add(phrase);
                else
                    _byFirstLetters[first.Text] = [phrase];
            }
        }
    }

    /// <summary>The language has words with which questions begin: what begins otherwise is a statement with a question mark.</summary>
    public bool KnowsQuestions { get; private set; }

    public ImmutableArray<Mention> Find(ImmutableArray<Word> words)
    {
        var found = new Dictionary<(Concept, int), Mention>();
        var letters = _byFirstLetters.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < words.Length; at++)
        {
            var word = words[at].Text;
            for (var length = 1; length <= Math.Min(word.Length, LongestStem); length++)
            {
                if (letters.TryGetValue(word.AsSpan(0, length), out var phrases))
                    Try(phrases, words, at, found);
            }

            if (char.IsAsciiDigit(word[0]))
                Try(_byNumber, words, at, found);
        }

        return [.. found.Values.OrderBy(mention => mention.First).ThenBy(mention => mention.End)];
    }

    private static void Try(List<Phrase> phrases, ImmutableArray<Word> words, int at, Dictionary<(Concept, int), Mention> found)
    {
        foreach (var phrase in phrases)
        {
            var end = phrase.Match(words, at);
            if (end < 0)
                continue;
            var key = (phrase.Concept, at);
            if (!found.TryGetValue(key, out var known) || known.End < end)
                found[key] = new(phrase.Concept, at, end, phrase.IsNegated, phrase.HasGap);
        }
    }
}
