using System.Globalization;
using System.Text;

namespace Aovpn.Reports;

/// <summary>Values of evidence come from strangers: what would steer a terminal or turn a line around is written out as \u202E.</summary>
public static class VisibleText
{
    /// <summary>Line ends and tabs stay.</summary>
    public static string Of(string text)
    {
        var first = 0;
        while (first < text.Length && !Hides(text, first))
            first++;
        if (first == text.Length)
            return text;

        var shown = new StringBuilder(text, 0, first, text.Length + 16);
        for (var at = first; at < text.Length; at++)
        {
            if (Hides(text, at))
                shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[at]:X4}");
            else
                shown.Append(text[at]);
        }

        return shown.ToString();
    }

    private static bool Hides(string text, int at) => text[at] switch
    {
        >= ' ' and < '\u007F' => false,
        '\n' or '\r' or '\t' => false,
        var letter when char.IsSurrogate(letter) => !char.IsSurrogatePair(text, char.IsLowSurrogate(letter) && at > 0 ? at - 1 : at),
        var letter => char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator,
    };
}
