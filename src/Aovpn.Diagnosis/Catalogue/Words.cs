using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Catalogue;

/// <summary>Cuts a text into words: runs of letters and digits; an apostrophe inside one is left out (<c>couldn't</c> is <c>couldnt</c>).</summary>
internal static class Words
{
    public static ImmutableArray<Word> Of(string text)
    {
        var words = ImmutableArray.CreateBuilder<Word>();
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetterOrDigit(text[at]))
                continue;

            var start = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || IsApostropheInside(text, at)))
                at++;
            words.Add(new(Plain(text.AsSpan(start, at - start)), start, at));
        }

        return words.ToImmutable();
    }

    private static bool IsApostropheInside(string text, int at) =>
        text[at] is '\'' or '\u2019' && at + 1 < text.Length && char.IsLetter(text[at + 1]);

    private static string Plain(ReadOnlySpan<char> word)
    {
        Span<char> lower = word.Length <= 64 ? stackalloc char[word.Length] : new char[word.Length];
        var length = 0;
        foreach (var letter in word)
        {
            if (letter is not ('\'' or '\u2019'))
                lower[length++] = char.ToLowerInvariant(letter);
        }

        return new(lower[..length]);
    }
}
