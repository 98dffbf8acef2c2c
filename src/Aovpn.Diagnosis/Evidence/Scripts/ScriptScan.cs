using Aovpn.Diagnosis.Evidence.Profiles;

namespace Aovpn.Diagnosis.Evidence.Scripts;

/// <summary>
/// Finds the strings and comments of a PowerShell script (about_Quoting_Rules, about_Comments). A quotation mark that is not closed on its
/// line opens a string of several lines only where markup follows: otherwise it is an apostrophe of prose, and ends with the line.
/// </summary>
internal sealed class ScriptScan
{
    private readonly MappedText _text;
    private readonly List<ScriptString> _strings = [];
    private readonly HashSet<int> _covered = [];
    private int _at;

    public ScriptScan(MappedText text)
    {
        _text = text;
        while (_at < text.Text.Length)
            Step();
    }

    public IReadOnlyList<ScriptString> Strings => _strings;

    /// <summary>Lines inside strings and comments of several lines.</summary>
    public bool Covers(int line) => _covered.Contains(line);

    private string Text => _text.Text;

    private void Step()
    {
        var letter = Text[_at];
        if (letter == '`')
            _at += 2;
        else if (letter == '#')
            LineComment();
        else if (letter == '<' && Peek(1) == '#')
            BlockComment();
        else if (letter == '@' && Peek(1) is '\'' or '"' && OpensHereString())
            HereString();
        else if (letter is '\'' or '"')
            Quoted();
        else
            _at++;
    }

    private char Peek(int ahead) => _at + ahead < Text.Length ? Text[_at + ahead] : '\0';

    private void LineComment() => _at = LineEnd(_at);

    private void BlockComment()
    {
        var end = Text.IndexOf("#>", _at + 2, StringComparison.Ordinal);
        if (end < 0)
        {
            _at += 2;
            return;
        }

        Cover(_at, end);
        _at = end + 2;
    }

    private bool OpensHereString() => Text.AsSpan((_at + 2)..LineEnd(_at)).IsWhiteSpace();

    private void HereString()
    {
        var quote = Peek(1);
        var start = Math.Min(LineEnd(_at) + 1, Text.Length);
        var end = start > 0 ? Text.IndexOf($"\n{quote}@", start - 1, StringComparison.Ordinal) : -1;
        var close = end < 0 ? Text.Length : end + 1;
        Add(_at, start, Math.Max(start, close), quote, isHere: true);
        _at = Math.Min(Text.Length, close + 2);
    }

    private void Quoted()
    {
        var quote = Text[_at];
        var line = LineEnd(_at);
        var end = Close(_at + 1, quote);
        var closed = end < Text.Length;
        if (end > line && !IsMarkup(_at + 1))
        {
            _at = line;
            return;
        }

        Add(_at, _at + 1, end, quote, isHere: false);
        _at = closed ? end + 1 : Text.Length;
    }

    /// <summary>The end of a string; quotation marks are doubled or, in double ones, escaped by a backtick.</summary>
    private int Close(int from, char quote)
    {
        var line = LineEnd(from);
        var limit = IsMarkup(from) ? Text.Length : line;
        for (var at = from; at < limit; at++)
        {
            if (Text[at] == '`' && quote == '"')
                at++;
            else if (Text[at] == quote && at + 1 < Text.Length && Text[at + 1] == quote)
                at++;
            else if (Text[at] == quote)
                return at;
        }

        return limit == line ? line + 1 : Text.Length;
    }

    private bool IsMarkup(int from)
    {
        while (from < Text.Length && char.IsWhiteSpace(Text[from]))
            from++;
        var rest = Text.AsSpan(Math.Min(from, Text.Length));
        return rest.StartsWith("<") && !rest.StartsWith("<#") || rest.StartsWith("&lt;");
    }

    private void Add(int open, int start, int end, char quote, bool isHere)
    {
        end = Math.Min(end, Text.Length);
        if (end < start)
            return;
        if (_text.LineAt(open) != _text.LineAt(Math.Max(open, end - 1)))
            Cover(open, end);
        _strings.Add(new(_text.LineAt(open), _text.LineAt(Math.Max(open, Math.Min(end, Text.Length - 1))), Content(start, end, quote, isHere), quote == '"', AssignedTo(open)));
    }

    private MappedText Content(int start, int end, char quote, bool isHere)
    {
        var content = new MappedText.Builder();
        for (var at = start; at < end; at++)
        {
            var letter = Text[at];
            if (letter == '`' && quote == '"' && at + 1 < end)
                letter = Text[++at];
            else if (letter == quote && !isHere && at + 1 < end && Text[at + 1] == quote)
                at++;
            content.Append([letter], _text.LineAt(at));
        }

        return content.Build();
    }

    /// <summary>The variable before <c>=</c>, <c>= @(</c> or <c>= [xml]</c>.</summary>
    private string? AssignedTo(int open)
    {
        var line = open == 0 ? 0 : Text.LastIndexOf('\n', open - 1) + 1;
        var before = Text.AsSpan(line..open).Trim().TrimEnd("@( ").TrimEnd();
        if (before.EndsWith("]") && before.LastIndexOf('=') is > 0 and var sign && before[(sign + 1)..].TrimStart().StartsWith("["))
            before = before[..(sign + 1)];
        if (!before.EndsWith("=") || before.LastIndexOf('$') is not (>= 0 and var dollar))
            return null;

        var name = before[(dollar + 1)..^1].Trim();
        return name.IsEmpty || name.ContainsAny(" +-.(") ? null : name.ToString();
    }

    private int LineEnd(int from)
    {
        var end = from >= Text.Length ? -1 : Text.IndexOf('\n', from);
        return end < 0 ? Text.Length : end;
    }

    private void Cover(int from, int to)
    {
        for (var line = _text.LineAt(from); line <= _text.LineAt(Math.Min(to, Text.Length - 1)); line++)
            _covered.Add(line);
    }
}
