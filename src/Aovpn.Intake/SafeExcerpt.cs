using System.Globalization;
using System.Text;

namespace Aovpn.Intake;

/// <summary>A line of evidence fit to be shown: short, without terminal control, without secrets.</summary>
public static class SafeExcerpt
{
    /// <summary>Characters of a line.</summary>
    public const int Longest = 200;

    private const string Blanked = "[secret]";

    private static readonly string[] SecretWords =
        ["secret", "password", "passwort", "kennwort", "passphrase", "presharedkey", "pre-shared key", "preshared key", "psk", "private key"];

    public static string Of(string line)
    {
        var shown = new StringBuilder();
        foreach (var letter in WithoutSecrets(line.Trim()))
        {
            if (shown.Length >= Longest)
            {
                shown.Append('…');
                break;
            }

            if (letter == '\t')
                shown.Append(' ');
            else if (char.IsControl(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.Format)
                shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}");
            else
                shown.Append(letter);
        }

        return shown.ToString();
    }

    /// <summary>Blanks the value after a word for a secret: <c>SharedSecret = x</c>, <c>&lt;Shared_Secret&gt;x&lt;</c>, <c>-SharedSecret x</c>.</summary>
    private static string WithoutSecrets(string line)
    {
        foreach (var word in SecretWords)
        {
            var from = 0;
            for (int at; (at = line.IndexOf(word, from, StringComparison.OrdinalIgnoreCase)) >= 0;)
            {
                from = at + word.Length;
                if (Value(line, at, from) is not { } value)
                    continue;
                line = $"{line[..value.Start]}{Blanked}{line[value.End..]}";
                from = Math.Min(value.Start + Blanked.Length, line.Length);
            }
        }

        return line;
    }

    private static (int Start, int End)? Value(string line, int word, int from)
    {
        var isOption = word > 0 && (line.LastIndexOf(' ', word - 1) is var space && space + 1 < word && line[space + 1] is '-' or '/');
        var tag = line.LastIndexOf('<', word);
        var close = tag < 0 ? -1 : line.IndexOf('>', tag);
        if (tag >= 0 && (close < 0 || close > word))
        {
            var start = line.IndexOf('>', from) + 1;
            var isCharacterData = start > 0 && line.AsSpan(start).StartsWith("<![CDATA[", StringComparison.Ordinal);
            var end = start <= 0 ? -1 : isCharacterData ? line.IndexOf("</", start, StringComparison.Ordinal) : line.IndexOf('<', start);
            return start <= 0 || start == line.Length || line[tag..].StartsWith("</", StringComparison.Ordinal) || end == start ? null : (start, end < 0 ? line.Length : end);
        }

        var separator = from;
        while (separator < line.Length && (char.IsLetterOrDigit(line[separator]) || line[separator] is '_' or '-' or '"' or '\'' or ' '))
        {
            if (isOption && line[separator] == ' ')
                break;
            separator++;
        }

        if (separator >= line.Length || (!isOption && line[separator] is not ('=' or ':')))
            return null;
        var first = separator + 1;
        while (first < line.Length && line[first] == ' ')
            first++;
        if (first >= line.Length)
            return null;
        var last = isOption ? line.IndexOf(' ', first) : line.IndexOf('<', first);
        return (first, last < 0 ? line.Length : last);
    }
}
