using System.Globalization;

namespace Aovpn.Reports.NpsTables;

/// <summary>Text of a cell. Characters that XML has no place for are written _x000B_, as ECMA-376 part 1 section 22.9.2.19 says; what looks like that is escaped as well.</summary>
internal static class XlsxText
{
    public static void Write(TextWriter output, ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var plain = Plain(text);
            output.Write(text[..plain]);
            text = text[plain..];
            if (text.IsEmpty)
                return;
            output.Write(text[0] switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '_' => IsEscape(text) ? "_x005F_" : "_",
                var letter => char.IsSurrogate(letter) ? "\uFFFD" : $"_x{((int)letter).ToString("X4", CultureInfo.InvariantCulture)}_",
            });
            text = text[1..];
        }
    }

    /// <summary>Characters that can stand as they are.</summary>
    private static int Plain(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (char.IsHighSurrogate(letter) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
                at++;
            else if (letter is '<' or '>' or '&' or '_' or (< ' ' and not '\t' and not '\n') or '\uFFFE' or '\uFFFF' || char.IsSurrogate(letter))
                return at;
        }

        return text.Length;
    }

    private static bool IsEscape(ReadOnlySpan<char> text) =>
        text.Length >= 7 && text[1] == 'x' && text[6] == '_' && !text[2..6].ContainsAnyExcept("0123456789ABCDEFabcdef");
}
