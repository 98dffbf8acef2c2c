using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>
/// A phrase of a lexicon. Words are separated by spaces; <c>a/b</c> either; <c>?a</c> may be absent; <c>..</c> up to six other
/// words, none of them across a comma, <c>...</c> up to twelve; none across a semicolon, dash or bracket; <c>!</c> in front says the opposite of its concept.
/// <c>@class</c> and <c>~</c> are written out before (<see cref="WordClasses"/>).
/// </summary>
internal sealed record Phrase(Concept Concept, ImmutableArray<PhraseElement> Elements, ImmutableArray<string> Suffixes, bool IsNegated)
{
    private const int ShortGap = 6;
    private const int LongGap = 12;

    public bool HasGap { get; } = Elements.Any(element => element.Gap > 0);

    /// <param name="known">Parts that were read before: many phrases share the classes of words, written out.</param>
    public static Phrase Parse(Concept concept, ReadOnlySpan<char> text, ImmutableArray<string> suffixes, Dictionary<(string Part, int Gap), ImmutableArray<PhraseElement>> known)
    {
        var negated = text is ['!', ..];
        var elements = ImmutableArray.CreateBuilder<PhraseElement>();
        var gap = 0;
        var words = text.TrimStart('!');
        foreach (var range in words.Split(' '))
        {
            var part = words[range];
            if (part is "" or ".." or "...")
            {
                gap = part.Length switch { 0 => gap, 2 => ShortGap, _ => LongGap };
                continue;
            }

            var key = (part.ToString(), gap);
            if (!known.TryGetValue(key, out var read))
                known[key] = read = [.. Split(key.Item1.TrimStart('?')).Select((alternatives, at) => new PhraseElement([.. alternatives.Select(PhraseWord.Parse)], at == 0 ? key.gap : 0, key.Item1[0] == '?'))];
            elements.AddRange(read);
            gap = 0;
        }

        return elements.Count > 0 && !elements[0].IsOptional && elements[0].Gap == 0
            ? new(concept, elements.ToImmutable(), suffixes, negated)
            : throw new FormatException($"'{text}' of {concept.Kind}:{concept.Value} does not begin with a word");
    }

    /// <summary>The words of one part of a phrase, between spaces.</summary>
    public static IEnumerable<PhraseWord> WordsOf(string part) =>
        part.TrimStart('!', '?') is not ("" or ".." or "..." or "~") and var words ? Split(words).SelectMany(alternatives => alternatives).Select(PhraseWord.Parse) : [];

    /// <summary>Beginnings of the words behind the first that may not be absent.</summary>
    private readonly ImmutableArray<ulong> _wanted = [.. Elements.Skip(1).Where(element => !element.IsOptional).Select(element => element.Beginnings)];

    /// <summary>Whether all words may be there that the phrase is not without.</summary>
    /// <param name="beginnings">Of all words behind the first.</param>
    public bool MayBeIn(ulong beginnings)
    {
        foreach (var wanted in _wanted)
        {
            if ((wanted & beginnings) == 0)
                return false;
        }

        return true;
    }

    /// <param name="beginnings">Of each word.</param>
    /// <param name="at">A word that the first of the phrase matches.</param>
    /// <returns>Position after the last word; -1 when the rest of the phrase does not follow.</returns>
    public int Match(ImmutableArray<Word> words, ReadOnlySpan<ulong> beginnings, int at) => Match(words, beginnings, at + 1, 1);

    /// <summary>Ideographs are words of their own and hyphens separate words, in a phrase as in a text.</summary>
    private static IEnumerable<string[]> Split(string part)
    {
        var alternatives = part.Split('/');
        if (alternatives is [var single])
        {
            foreach (var word in Hyphenated(single))
                yield return [word];
            yield break;
        }

        yield return alternatives;
    }

    private static IEnumerable<string> Hyphenated(string part)
    {
        if (part is "#" || part.StartsWith('=') || !(part.Contains('-', StringComparison.Ordinal) || part.Any(WordSplitter.IsIdeograph)))
            return [part];
        var words = WordSplitter.Split(part);
        return part.EndsWith('*') ? [.. words[..^1], words[^1] + "*"] : words;
    }

    private int Match(ImmutableArray<Word> words, ReadOnlySpan<ulong> beginnings, int at, int element)
    {
        if (element == Elements.Length)
            return at;
        var wanted = Elements[element];
        for (var skipped = 0; skipped <= wanted.Gap && at + skipped < words.Length; skipped++)
        {
            if (element > 0 && (words[at + skipped].AfterBreak || (words[at + skipped].AfterComma && wanted.Gap is > 0 and <= ShortGap)))
                break;
            if ((wanted.Beginnings & beginnings[at + skipped]) == 0 || !wanted.Matches(words[at + skipped].Text, Suffixes))
                continue;
            var end = Match(words, beginnings, at + skipped + 1, element + 1);
            if (end >= 0)
                return end;
        }

        return wanted.IsOptional ? Match(words, beginnings, at, element + 1) : -1;
    }
}
