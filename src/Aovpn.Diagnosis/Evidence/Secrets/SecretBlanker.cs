using System.Text;
using System.Text.RegularExpressions;

namespace Aovpn.Diagnosis.Evidence.Secrets;

/// <summary>
/// Takes secrets out of text, line by line in order: passwords, shared and pre-shared keys, private keys, credentials in headers and on command
/// lines, responses from which a password can be guessed. What spans lines (a PEM block, an element, a column of a table) is followed.
/// </summary>
public sealed class SecretBlanker
{
    public const string Blanked = "[secret]";

    public const string Encoded = "[base64 left out]";

    /// <summary>Rows after which a table is taken for over.</summary>
    private const int TableLines = 500;

    private bool _inPrivateKey;
    private string? _endOfElement;
    private string? _before;
    private (int Start, int End)[] _columns = [];
    private int _rows;

    /// <returns>The line without its secrets; the number of lines stays the same. Of one that takes too long to be looked through, nothing is shown.</returns>
    public string Line(string line) => Line(line, isShown: true);

    /// <summary>A line that nobody is shown: only what begins and ends in it matters for those behind it.</summary>
    public void Pass(string line) => Line(line, isShown: false);

    private string Line(string line, bool isShown)
    {
        try
        {
            return Look(line, isShown);
        }
        catch (RegexMatchTimeoutException)
        {
            return Blanked;
        }
    }

    private string Look(string line, bool isShown)
    {
        var before = _before;
        _before = line;
        line = KeyRows.Blanked(line);
        var mayHold = SecretWords.MayBeIn(line);
        if (_inPrivateKey || (mayHold && line.Contains("PRIVATE KEY", StringComparison.OrdinalIgnoreCase)))
            return PrivateKey(line);
        if (SecretPatterns.Base64Line().IsMatch(line))
            return Encoded;
        if (_endOfElement is not null)
            return Blank(Rest(line), SecretPatterns.Quoted());
        if (Table(line, before) is { } cell)
            return cell;
        if (!mayHold || !SecretPatterns.Candidate().IsMatch(line))
            return line;

        line = Elements(line);
        return isShown ? Text(EscapedText.Each(line, Text)) : line;
    }

    private static string Text(string text)
    {
        text = Blank(text, SecretPatterns.Header());
        text = Blank(text, SecretPatterns.EscapedElement());
        text = Blank(text, SecretPatterns.ValueAttribute());
        text = Blank(text, SecretPatterns.Quoted());
        text = Blank(text, SecretPatterns.Option());
        text = Blank(text, SecretPatterns.Positional());
        text = Blank(text, SecretPatterns.Elsewhere());
        text = Blank(text, SecretPatterns.Told());
        return Blank(text, SecretPatterns.Assigned());
    }

    private string PrivateKey(string line)
    {
        const string End = "-----END";
        if (!_inPrivateKey)
        {
            if (SecretPatterns.PrivateKey().Match(line) is not { Success: true } begin)
                return Blank(line, SecretPatterns.Assigned());
            var end = line.IndexOf(End, begin.Index + begin.Length, StringComparison.OrdinalIgnoreCase);
            _inPrivateKey = end < 0;
            return line[..(begin.Index + begin.Length)] + Blanked + (end < 0 ? "" : line[end..]);
        }

        var ends = line.IndexOf(End, StringComparison.OrdinalIgnoreCase);
        if (ends < 0)
            return Blanked;
        _inPrivateKey = false;
        return line[ends..];
    }

    /// <summary>Everything inside of an element with a secret's name, elements in it too.</summary>
    private string Elements(string line)
    {
        var from = 0;
        while (SecretPatterns.Element().Match(line, from) is { Success: true } open)
        {
            var start = open.Index + open.Length;
            var name = open.Groups["n"].Value;
            var end = line.IndexOf($"</{name}", start, StringComparison.OrdinalIgnoreCase);
            var content = line[start..(end < 0 ? line.Length : end)];
            var blanked = Content(content);
            line = line[..start] + blanked + (end < 0 ? "" : line[end..]);
            from = start + blanked.Length;
            if (end >= 0)
                continue;
            _endOfElement = $"</{name}";
            return line;
        }

        FollowEscaped(line);
        return line;
    }

    /// <summary>Markup inside of markup: what it holds on this line is a matter of <see cref="SecretPatterns.EscapedElement"/>, what it holds below is followed.</summary>
    private void FollowEscaped(string line)
    {
        for (var open = SecretPatterns.EscapedStart().Match(line); open.Success; open = open.NextMatch())
        {
            var end = $"{open.Groups["l"].Value}/{open.Groups["n"].Value}";
            if (line.IndexOf(end, open.Index, StringComparison.OrdinalIgnoreCase) < 0)
                _endOfElement = end;
        }
    }

    private string Rest(string line)
    {
        var end = line.IndexOf(_endOfElement!, StringComparison.OrdinalIgnoreCase);
        if (end < 0)
            return Content(line);
        _endOfElement = null;
        return Content(line[..end]) + Elements(line[end..]);
    }

    /// <summary>Tags stay, what is between them goes.</summary>
    private static string Content(string content)
    {
        if (string.IsNullOrWhiteSpace(content))
            return content;
        if (content.Contains("<![CDATA[", StringComparison.Ordinal))
            return Blanked;
        var kept = new StringBuilder();
        for (var at = 0; at < content.Length;)
        {
            var tag = content.IndexOf('<', at);
            var text = content.AsSpan(at, (tag < 0 ? content.Length : tag) - at);
            if (text.IsWhiteSpace())
                kept.Append(text);
            else
                kept.Append(Blanked);
            if (tag < 0)
                break;
            var close = content.IndexOf('>', tag);
            at = close < 0 ? content.Length : close + 1;
            kept.Append(content, tag, at - tag);
        }

        return kept.ToString();
    }

    /// <summary>A table as Format-Table prints it: headings, a line of dashes, rows.</summary>
    private string? Table(string line, string? before)
    {
        if (_columns.Length == 0)
        {
            if (before is not null && SecretPatterns.TableRule().IsMatch(line) && SecretPatterns.Word().IsMatch(before))
                (_columns, _rows) = ([.. Columns(line, before)], 0);
            return null;
        }

        if (string.IsNullOrWhiteSpace(line) || ++_rows > TableLines)
        {
            _columns = [];
            return null;
        }

        foreach (var (start, end) in _columns.Reverse())
        {
            var last = Math.Min(end, line.Length);
            if (start < last && !string.IsNullOrWhiteSpace(line[start..last]))
                line = $"{line[..start]}{Blanked.PadRight(last == line.Length ? 0 : last - start)}{line[last..]}";
        }

        return line;
    }

    private static IEnumerable<(int Start, int End)> Columns(string rule, string headings)
    {
        for (var start = rule.IndexOf('-', StringComparison.Ordinal); start >= 0;)
        {
            var blank = rule.IndexOf(' ', start);
            var next = blank < 0 ? -1 : rule.IndexOf('-', blank);
            var end = next < 0 ? int.MaxValue : next;
            if (start < headings.Length && SecretPatterns.Word().IsMatch(headings[start..Math.Min(end, headings.Length)]))
                yield return (start, end);
            start = next;
        }
    }

    private static string Blank(string line, Regex pattern) => pattern.Replace(line, match =>
    {
        var text = match.Value;
        foreach (var value in match.Groups["v"].Captures.Reverse())
        {
            if (!value.Value.Contains(Blanked, StringComparison.Ordinal))
                text = text[..(value.Index - match.Index)] + Blanked + text[(value.Index - match.Index + value.Length)..];
        }

        return text;
    });
}
