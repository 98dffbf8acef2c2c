using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Catalogue;

/// <summary>Cuts a text into words: runs of letters and digits; an apostrophe inside one is left out (<c>couldn't</c> is <c>couldnt</c>).</summary>
internal static class Words
{
    public static ImmutableArray<Word> Of(string text)
    {
        var words = ImmutableArray.CreateBuilder<Word>();
        for (var at = 0; Next(text, at) is var (start, end); at = end)
            words.Add(new(Plain(text.AsSpan(start, end - start)), start, end));
        return words.ToImmutable();
    }

    /// <returns>First character of the next word and the one after its last; null behind the last word.</returns>
    /// <param name="at">Between words: at the start, or at the end of one.</param>
    public static (int Start, int End)? Next(string text, int at)
    {
        while (at < text.Length && !char.IsLetterOrDigit(text[at]))
            at++;
        if (at >= text.Length)
            return null;
        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || IsApostropheInside(text, at)))
            at++;
        return (start, at);
    }

    /// <summary>The word in lower case, without apostrophes.</summary>
    /// <param name="room">At least as long.</param>
    public static ReadOnlySpan<char> Plain(ReadOnlySpan<char> word, Span<char> room)
    {
        var length = 0;
        foreach (var letter in word)
        {
            if (letter is not ('\'' or '\u2019'))
                room[length++] = char.ToLowerInvariant(letter);
        }

        return room[..length];
    }

    private static bool IsApostropheInside(string text, int at) =>
        text[at] is '\'' or '\u2019' && at + 1 < text.Length && char.IsLetter(text[at + 1]);

    private static string Plain(ReadOnlySpan<char> word)
    {
        Span<char> lower = word.Length <= 64 ? stackalloc char[word.Length] : new char[word.Length];
        return new(Plain(word, lower));
    }
}
