using System.Globalization;
using System.Text;

namespace Aovpn.Reports.Text;

/// <summary>Columns that text takes in a terminal: East Asian wide characters take two, combining marks none (Unicode annex 11).</summary>
internal static class DisplayWidth
{
    public static int Of(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
            width += Of(rune);
        return width;
    }

    public static int Of(Rune rune)
    {
        if (rune.Value < 0x300)
            return 1;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
            return 0;
        return IsWide(rune) ? 2 : 1;
    }

    public static bool IsWide(Rune rune) => rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);

    /// <summary>The text, cut to fit with an ellipsis, or filled with spaces.</summary>
    public static string Fit(string text, int columns)
    {
        var width = Of(text);
        if (width <= columns)
            return text + new string(' ', columns - width);
        var cut = new StringBuilder();
        var used = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (used + Of(rune) > columns - 1)
                break;
            cut.Append(rune);
            used += Of(rune);
        }

        return cut.Append('…').Append(' ', Math.Max(columns - used - 1, 0)).ToString();
    }

    /// <summary>Breaks at spaces, between wide characters, and inside of what is longer than a line.</summary>
    public static IEnumerable<string> Wrap(string text, int columns)
    {
        columns = Math.Max(columns, 20);
        var line = new StringBuilder();
        var width = 0;
        foreach (var word in Words(text))
        {
            var wordWidth = Of(word);
            if (width > 0 && width + Of(word.TrimEnd()) > columns)
            {
                yield return line.ToString().TrimEnd();
                line.Clear();
                width = 0;
            }

            if (wordWidth <= columns)
            {
                line.Append(word);
                width += wordWidth;
                continue;
            }

            foreach (var rune in word.EnumerateRunes())
            {
                if (width + Of(rune) > columns)
                {
                    yield return line.ToString();
                    line.Clear();
                    width = 0;
                }

                line.Append(rune);
                width += Of(rune);
            }
        }

        if (line.Length > 0)
            yield return line.ToString().TrimEnd();
    }

    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsWide(rune) && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }

            word.Append(rune);
            if (rune.Value != ' ' && !IsWide(rune))
                continue;
            yield return word.ToString();
            word.Clear();
        }

        if (word.Length > 0)
            yield return word.ToString();
    }
}
