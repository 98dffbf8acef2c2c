using System.Globalization;
using System.Text;

namespace Aovpn.Diagnosis.Evidence.Profiles;

/// <summary>What XML says about single characters and entities. No entity is ever defined or expanded beyond the five of XML itself.</summary>
internal static class Markup
{
    private const int LongestEntity = 10;

    public static bool IsName(char letter) => char.IsLetterOrDigit(letter) || letter is '_' or '-' or '.' or ':';

    /// <summary>The five predefined entities and character references; anything else stays as written.</summary>
    public static string Decode(ReadOnlySpan<char> text)
    {
        if (!text.Contains('&'))
            return text.ToString();

        var decoded = new StringBuilder(text.Length);
        while (text.IndexOf('&') is >= 0 and var at)
        {
            decoded.Append(text[..at]);
            text = text[at..];
            var end = text[..Math.Min(text.Length, LongestEntity)].IndexOf(';');
            if (end < 0 || Entity(text[1..end]) is not { } letter)
            {
                decoded.Append('&');
                text = text[1..];
                continue;
            }

            decoded.Append(letter);
            text = text[(end + 1)..];
        }

        return decoded.Append(text).ToString();
    }

    private static string? Entity(ReadOnlySpan<char> name) => name switch
    {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        "apos" => "'",
        ['#', 'x' or 'X', .. var digits] => Character(digits, NumberStyles.AllowHexSpecifier),
        ['#', .. var digits] => Character(digits, NumberStyles.None),
        _ => null,
    };

    private static string? Character(ReadOnlySpan<char> digits, NumberStyles style) =>
        int.TryParse(digits, style, CultureInfo.InvariantCulture, out var value) && Rune.IsValid(value) ? new Rune(value).ToString() : null;
}
