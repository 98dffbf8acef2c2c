namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>A bit for what a word begins with: a sentence that lacks the bits of a phrase does not hold it.</summary>
internal static class WordBeginning
{
    public const ulong OfNumber = 1UL << 63;

    private const int Bits = 63;

    /// <param name="word">Folded, not empty.</param>
    public static ulong Of(string word)
    {
        var letters = word.Length == 0 ? 0 : word.Length == 1 ? word[0] * 31 : word[0] * 31 + word[1];
        return 1UL << (letters % Bits) | (word.Length > 0 && char.IsAsciiDigit(word[0]) ? OfNumber : 0);
    }
}
