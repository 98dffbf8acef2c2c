using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>Finds which phrases of the lexicons begin at a word, without trying them all.</summary>
internal sealed class PhraseIndex
{
    private const int LongestStem = 32;
    private const int MostWords = 256;

    private readonly Dictionary<string, List<Phrase>> _byFirstLetters = [];
    private readonly HashSet<char> _firstLetters = [];
    private readonly ImmutableArray<Phrase> _byNumber;
    private readonly WordBook<ImmutableArray<Phrase>> _beginning;

    public PhraseIndex(IEnumerable<Phrase> phrases)
    {
        _beginning = new(Beginning);
        var byNumber = ImmutableArray.CreateBuilder<Phrase>();
        foreach (var phrase in phrases)
        {
            KnowsQuestions |= phrase.Concept is { Kind: ConceptKind.Word, Value: "asks" };
            foreach (var first in phrase.Elements[0].Alternatives)
            {
                if (first.Form is PhraseWordForm.Number)
                    byNumber.Add(phrase);
                else if (_byFirstLetters.TryGetValue(first.Text, out var known))
                    known.Add(phrase);
                else
                    _byFirstLetters[first.Text] = [phrase];
            }
        }

        _byNumber = byNumber.ToImmutable();
        _firstLetters.UnionWith(_byFirstLetters.Keys.Where(key => key.Length > 0).Select(key => key[0]));
    }

    /// <summary>The language has words with which questions begin: what begins otherwise is a statement with a question mark.</summary>
    public bool KnowsQuestions { get; private set; }

    public ImmutableArray<Mention> Find(ImmutableArray<Word> words)
    {
        Dictionary<(Concept, int), Mention>? found = null;
        Span<ulong> beginnings = words.Length <= MostWords ? stackalloc ulong[words.Length] : new ulong[words.Length];
        var all = 0UL;
        for (var at = 0; at < words.Length; at++)
            all |= beginnings[at] = WordBeginning.Of(words[at].Text);
        for (var at = 0; at < words.Length; at++)
        {
            foreach (var phrase in _beginning[words[at].Text])
            {
                if (phrase.MayBeIn(all) && phrase.Match(words, beginnings, at) is >= 0 and var end)
                    Add(found ??= [], phrase, at, end);
            }
        }

        return found is null ? [] : [.. found.Values.OrderBy(mention => mention.First).ThenBy(mention => mention.End)];
    }

    /// <summary>Phrases that a word can begin.</summary>
    private ImmutableArray<Phrase> Beginning(string word)
    {
        if (!_firstLetters.Contains(word[0]))
            return char.IsAsciiDigit(word[0]) ? _byNumber : [];
        var beginning = ImmutableArray.CreateBuilder<Phrase>();
        var letters = _byFirstLetters.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = 1; length <= Math.Min(word.Length, LongestStem); length++)
        {
            if (letters.TryGetValue(word.AsSpan(0, length), out var phrases))
                beginning.AddRange(phrases.Where(phrase => phrase.Elements[0].Matches(word, phrase.Suffixes)));
        }

        if (char.IsAsciiDigit(word[0]))
            beginning.AddRange(_byNumber);
        return beginning.ToImmutable();
    }

    private static void Add(Dictionary<(Concept, int), Mention> found, Phrase phrase, int at, int end)
    {
        var key = (phrase.Concept, at);
        if (!found.TryGetValue(key, out var known) || known.End < end)
            found[key] = new(phrase.Concept, at, end, phrase.IsNegated, phrase.HasGap);
    }
}
