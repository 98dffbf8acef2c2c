using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>How a word is written in a lexicon: <c>work</c> with the language's endings, <c>=work</c> exactly, <c>certif*</c> as a stem, <c>#</c> a number.</summary>
internal readonly record struct PhraseWord(string Text, PhraseWordForm Form)
{
    /// <summary>Shorter words take no endings: too many other words would be meant.</summary>
    private const int ShortestInflected = 3;

    /// <summary>A bit for the first two letters, by which most words are told from each other.</summary>
    public ulong Beginning => Form switch
    {
        PhraseWordForm.Number => WordBeginning.OfNumber,
        PhraseWordForm.Stem when Text.Length < 2 => ulong.MaxValue,
        _ => WordBeginning.Of(Text),
    };

    public static PhraseWord Parse(string text) => text switch
    {
        "#" => new("#", PhraseWordForm.Number),
        ['=', .. var exact] => new(Folding.Fold(exact), PhraseWordForm.Exact),
        [.. var stem, '*'] => new(Folding.Fold(stem), PhraseWordForm.Stem),
        _ => new(Folding.Fold(text), PhraseWordForm.Inflected),
    };

    public bool Matches(string word, ImmutableArray<string> suffixes)
    {
        if (Form is PhraseWordForm.Number)
            return char.IsAsciiDigit(word[0]);
        if (!word.StartsWith(Text, StringComparison.Ordinal))
            return false;
        if (word.Length == Text.Length || Form is PhraseWordForm.Stem)
            return true;
        return Form is PhraseWordForm.Inflected && Text.Length >= ShortestInflected && IsOne(suffixes, word.AsSpan(Text.Length));
    }

    private static bool IsOne(ImmutableArray<string> suffixes, ReadOnlySpan<char> ending)
    {
        foreach (var suffix in suffixes)
        {
            if (ending.SequenceEqual(suffix))
                return true;
        }

        return false;
    }
}
