using System.Collections.Frozen;

namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>Lower case without accents, so that "Événement" and "evenement" are one word. A table: the product carries no culture data.</summary>
internal static class Folding
{
    private const string Accented = "àáâãäåāçćčèéêëēìíîïīñńòóôõöøōùúûüūýÿšžßœæё";
    private const string Plain = "aaaaaaaccceeeeeiiiiinnooooooouuuuuyyszsoaе";

    private static readonly FrozenDictionary<char, char> Table =
        Accented.Zip(Plain).ToFrozenDictionary(pair => pair.First, pair => pair.Second);

    public static string Fold(ReadOnlySpan<char> text)
    {
        Span<char> folded = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        for (var at = 0; at < text.Length; at++)
            folded[at] = Fold(text[at]);
        return new(folded);
    }

    private static char Fold(char letter)
    {
        letter = letter == '’' ? '\'' : char.ToLowerInvariant(letter);
        return letter < 0x80 ? letter : Table.GetValueOrDefault(letter, letter);
    }
}
