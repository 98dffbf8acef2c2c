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
        List<Mention>? found = null;
        Span<ulong> beginnings = words.Length <= MostWords ? stackalloc ulong[words.Length] : new ulong[words.Length];
        for (var at = 0; at < words.Length; at++)
            beginnings[at] = WordBeginning.Of(words[at].Text);

        // From the last word on: the rest of a phrase stands behind its first word.
        var behind = 0UL;
        for (var at = words.Length - 1; at >= 0; at--)
        {
            var before = found?.Count ?? 0;
            foreach (var phrase in _beginning[words[at].Text])
            {
                if (phrase.MayBeIn(behind) && phrase.Match(words, beginnings, at) is >= 0 and var end)
                    Add(found ??= [], before, phrase, at, end);
            }

            behind |= beginnings[at];
        }

        return found is null ? [] : [.. found.OrderBy(mention => mention.First).ThenBy(mention => mention.End)];
    }

    /// <summary>Phrases that a word can begin.</summary>
    private ImmutableArray<Phrase> Beginning(string word)
    {
        ImmutableArray<Phrase> ofNumber = char.IsAsciiDigit(word[0]) ? _byNumber : [];
        if (!_firstLetters.Contains(word[0]))
            return ofNumber;
        List<Phrase>? beginning = null;
        var letters = _byFirstLetters.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = 1; length <= Math.Min(word.Length, LongestStem); length++)
        {
            if (!letters.TryGetValue(word.AsSpan(0, length), out var phrases))
                continue;
            foreach (var phrase in phrases)
            {
                if (phrase.Elements[0].Matches(word, phrase.Suffixes))
                    (beginning ??= []).Add(phrase);
            }
        }

        return beginning is null ? ofNumber : [.. beginning, .. ofNumber];
    }

    /// <summary>Of phrases of one concept that begin at one word the longest counts.</summary>
    /// <param name="before">How many were found at other words.</param>
    private static void Add(List<Mention> found, int before, Phrase phrase, int at, int end)
    {
        var mention = new Mention(phrase.Concept, at, end, phrase.IsNegated, phrase.HasGap);
        var known = found.FindIndex(before, other => other.Concept == mention.Concept);
        if (known < 0)
            found.Add(mention);
        else if (found[known].End < end)
            found[known] = mention;
    }
}
