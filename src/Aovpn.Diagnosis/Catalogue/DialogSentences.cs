using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Catalogue;

/// <summary>
/// Finds the sentences that Windows, NPS and Entra ID show for their codes inside any text: whole sentences, word for word, whatever the case,
/// spacing, line breaks and punctuation. A dialog of several sentences is found by its first, and by more where more are there.
/// </summary>
/// <remarks>A tree of words: each word of the text is looked at no more often than the longest dialog has words.</remarks>
public sealed class DialogSentences
{
    /// <summary>Sentences shorter than this are found only where they stand alone, between punctuation or line ends.</summary>
    private const int WordsThatSpeakForThemselves = 6;

    /// <summary>Shorter ones are not found at all ("Load failed."), and neither are those of few words that no deployment is known to show.</summary>
    private const int FewestWords = 3;
    private const int FewestWordsOfRareCodes = 5;

    /// <summary>No sentence of Windows has a longer word.</summary>
    private const int LongestWord = 128;

    private static readonly Lazy<DialogSentences> Ours = new(() => new(OfCatalogue()));

    private readonly Node _root = new();

    /// <param name="sentences">In order of preference: where two codes share a sentence, the first is meant.</param>
    public DialogSentences(IEnumerable<(Code Code, string Dialog)> sentences)
    {
        foreach (var (code, dialog) in sentences)
            Add(code, dialog);
    }

    /// <summary>The catalogue's sentences in the text, from left to right, none inside another.</summary>
    public static IEnumerable<DialogSentence> Find(string text) => Ours.Value.In(text);

    public IEnumerable<DialogSentence> In(string text)
    {
        for (var at = 0; Words.Next(text, at) is var (start, end); at = end)
        {
            if (Longest(text, start, end) is not { } found)
                continue;
            yield return new(found.Code, start, found.End - start);
            end = found.End;
        }
    }

    private static IEnumerable<(Code Code, string Dialog)> OfCatalogue() =>
        ErrorCatalogue.All
            .Where(one => one.Row.Relevant || one.Code.Value > 0xFFFF || one.Row.Dialogs.Any(dialog => Words.Of(dialog).Length >= FewestWordsOfRareCodes))
            .OrderBy(one => CodePages.Has(one.Code) ? 0 : one.Row.Relevant ? 1 : 2)
            .SelectMany(one => one.Row.Dialogs
                .Where(dialog => one.Row.Relevant || Words.Of(dialog).Length >= FewestWordsOfRareCodes)
                .Select(dialog => (one.Code, dialog)));

    /// <summary>Most words begin no sentence: nothing is made of them.</summary>
    private (Code Code, int End)? Longest(string text, int first, int end)
    {
        (Code Code, int End)? longest = null;
        var (node, start, count) = (_root, first, 0);
        Span<char> room = stackalloc char[LongestWord];
        while (end - start <= LongestWord && node.Next.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(Words.Plain(text.AsSpan(start, end - start), room), out var next))
        {
            node = next;
            count++;
            if (node.Ends is { } code && (count >= WordsThatSpeakForThemselves || StandsAlone(text, first, end)))
                longest = (code, end);
            if (Words.Next(text, end) is not var (nextStart, nextEnd))
                break;
            (start, end) = (nextStart, nextEnd);
        }

        return longest;
    }

    private static bool StandsAlone(string text, int start, int end)
    {
        var before = start - 1;
        while (before >= 0 && text[before] is ' ' or '\t')
            before--;
        var after = end;
        while (after < text.Length && text[after] is ' ' or '\t')
            after++;

        return (before < 0 || !char.IsLetterOrDigit(text[before])) && (after >= text.Length || !char.IsLetterOrDigit(text[after]));
    }

    private void Add(Code code, string dialog)
    {
        var node = _root;
        var words = Words.Of(dialog);
        for (var index = 0; index < words.Length; index++)
        {
            if (!node.Next.TryGetValue(words[index].Text, out var next))
                node.Next.Add(words[index].Text, next = new());
            node = next;

            if (index + 1 >= FewestWords && EndsSentence(dialog, words, index))
                node.Ends ??= code;
        }
    }

    private static bool EndsSentence(string dialog, ImmutableArray<Word> words, int index)
    {
        if (index == words.Length - 1)
            return true;
        var between = dialog.AsSpan(words[index].End, words[index + 1].Start - words[index].End);
        return between.StartsWith(". ") || between.StartsWith("). ");
    }

    private sealed class Node
    {
        public Dictionary<string, Node> Next { get; } = new(StringComparer.Ordinal);

        public Code? Ends { get; set; }
    }
}
