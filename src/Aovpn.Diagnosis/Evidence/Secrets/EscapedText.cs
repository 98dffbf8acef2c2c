using System.Net;
using System.Text;
using System.Text.Json;

namespace Aovpn.Diagnosis.Evidence.Secrets;

/// <summary>
/// Text that stands inside of markup or of JSON, with that language's escapes: a command line in an event, a path in a setting. What is looked for in
/// text is looked for there too, without the escapes, and never beyond a tag.
/// </summary>
internal static class EscapedText
{
    /// <summary>Text between tags, values of attributes, strings of JSON: each is changed by itself.</summary>
    /// <param name="change">Takes text without escapes.</param>
    public static string Each(string line, Func<string, string> change)
    {
        if (line.Contains('<', StringComparison.Ordinal) && line.Contains('>', StringComparison.Ordinal))
            line = Markup(line, change);
        return line.Contains('\\', StringComparison.Ordinal) && line.Contains('"', StringComparison.Ordinal)
            ? SecretPatterns.EscapedString().Replace(line, match => $"\"{Changed(match.Groups["v"].Value, Unescape, value => JsonEncodedText.Encode(value, Relaxed).ToString(), change)}\"")
            : line;
    }

    private static readonly System.Text.Encodings.Web.JavaScriptEncoder Relaxed = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private static string Markup(string line, Func<string, string> change)
    {
        var kept = new StringBuilder();
        var nextIsSecret = false;
        for (var at = 0; at < line.Length;)
        {
            var tag = line.IndexOf('<', at);
            var text = line[at..(tag < 0 ? line.Length : tag)];
            kept.Append(nextIsSecret && !string.IsNullOrWhiteSpace(text) ? SecretBlanker.Blanked : Changed(text, WebUtility.HtmlDecode, Encode, change));
            if (!string.IsNullOrWhiteSpace(text))
                nextIsSecret = SecretPatterns.WordAlone().IsMatch(text);
            if (tag < 0)
                break;
            var close = line.IndexOf('>', tag);
            at = close < 0 ? line.Length : close + 1;
            kept.Append(SecretPatterns.Attribute().Replace(line[tag..at], match => match.Groups["q"].Value + Changed(match.Groups["v"].Value, WebUtility.HtmlDecode, Encode, change) + match.Groups["q"].Value));
        }

        return kept.ToString();
    }

    private static string Changed(string escaped, Func<string, string?> decode, Func<string, string> encode, Func<string, string> change)
    {
        if (decode(escaped) is not { } text)
            return escaped;
        var changed = change(text);
        return changed == text ? escaped : encode(changed);
    }

    private static string Encode(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    /// <returns>Null where the escapes are none of JSON: a path between quotes, a pattern.</returns>
    private static string? Unescape(string escaped)
    {
        var text = new StringBuilder(escaped.Length);
        for (var at = 0; at < escaped.Length; at++)
        {
            if (escaped[at] != '\\')
            {
                text.Append(escaped[at]);
                continue;
            }

            if (++at == escaped.Length)
                return null;
            switch (escaped[at])
            {
                case '"' or '\\' or '/':
                    text.Append(escaped[at]);
                    break;
                case 'n' or 'r' or 't' or 'b' or 'f':
                    text.Append(' ');
                    break;
                case 'u' when at + 4 < escaped.Length && ushort.TryParse(escaped.AsSpan(at + 1, 4), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture, out var letter):
                    text.Append((char)letter);
                    at += 4;
                    break;
                default:
                    return null;
            }
        }

        return text.ToString();
    }
}
