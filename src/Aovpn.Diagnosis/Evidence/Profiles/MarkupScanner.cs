namespace Aovpn.Diagnosis.Evidence.Profiles;

/// <summary>
/// Reads one element with all that is in it and never gives up: an element left open ends where its parent ends, or where an element
/// begins that can only stand directly under the root. Case of names, prefixes and white space do not matter; a document type
/// and its entities are not looked at.
/// </summary>
/// <param name="underRoot">Elements that stand directly under the root and nowhere else.</param>
internal sealed class MarkupScanner(string text, params string[] underRoot)
{
    private const int DeepestNesting = 64;

    private readonly List<MarkupElement> _open = [];
    private int _at;

    /// <summary>The first element that was left open; null when all were closed.</summary>
    public MarkupElement? LeftOpen { get; private set; }

    /// <param name="offset">Of the <c>&lt;</c> of its start tag.</param>
    /// <returns>Null when no start tag is there.</returns>
    public MarkupElement? Scan(int offset)
    {
        _at = offset;
        if (StartTag() is not { } root)
            return null;
        if (root.Closed)
            return root;

        _open.Add(root);
        while (_open.Count > 0 && _at < text.Length)
            Step();

        if (_open.Count > 0)
            Close(0, matched: false);
        return root;
    }

    private void Step()
    {
        var tag = text.IndexOf('<', _at);
        if (tag < 0)
            tag = text.Length;
        if (tag > _at)
            _open[^1].Append(Markup.Decode(text.AsSpan(_at..tag)));
        _at = tag;
        if (_at >= text.Length)
            return;

        var rest = text.AsSpan(_at);
        if (rest.StartsWith("<!--"))
            SkipPast("-->");
        else if (rest.StartsWith("<![CDATA["))
            CharacterData();
        else if (rest.StartsWith("<?"))
            SkipPast("?>");
        else if (rest.StartsWith("</"))
            EndTag();
        else if (rest.Length > 1 && (char.IsLetter(rest[1]) || rest[1] == '_'))
            Open();
        else
            Literal();
    }

    private void Open()
    {
        var begun = _at;
        if (StartTag() is not { } element)
        {
            _at = begun;
            Literal();
            return;
        }

        if (_open.Count > 1 && underRoot.Contains(element.Name, StringComparer.OrdinalIgnoreCase) && !_open.Exists(IsForeign))
            LeaveForRoot(element);
        if (_open.Count >= DeepestNesting)
            return;

        _open[^1].Children.Add(element);
        if (!element.Closed)
            _open.Add(element);
    }

    /// <summary>A plug-in's own XML may use any names.</summary>
    private static bool IsForeign(MarkupElement element) => element.Is("CustomConfiguration");

    private void LeaveForRoot(MarkupElement next)
    {
        var end = _at;
        _at = next.Offset;
        Close(1, matched: false);
        _at = end;
    }

    private MarkupElement? StartTag()
    {
        var offset = _at;
        var name = Name(offset + 1);
        if (name.Length == 0)
            return null;

        var element = new MarkupElement(Local(name), offset, new(StringComparer.OrdinalIgnoreCase));
        _at = offset + 1 + name.Length;
        while (_at < text.Length)
        {
            var letter = text[_at];
            if (letter == '>')
            {
                _at++;
                return element;
            }

            if (letter == '<')
                return element;
            if (letter == '/' && _at + 1 < text.Length && text[_at + 1] == '>')
            {
                _at += 2;
                (element.Closed, element.End) = (true, _at);
                return element;
            }

            if (!Attribute(element))
                _at++;
        }

        return element;
    }

    private bool Attribute(MarkupElement element)
    {
        var name = Name(_at);
        if (name.Length == 0)
            return false;

        _at = Blank(_at + name.Length);
        if (_at >= text.Length || text[_at] != '=')
            return true;
        _at = Blank(_at + 1);
        if (_at >= text.Length || text[_at] is not ('"' or '\''))
            return true;

        var end = text.AsSpan(_at + 1).IndexOfAny(text[_at], '<');
        if (end < 0)
            return false;
        element.Attributes.TryAdd(name, Markup.Decode(text.AsSpan(_at + 1, end)));
        _at += end + 2;
        if (text[_at - 1] == '<')
            _at--;
        return true;
    }

    private void EndTag()
    {
        var name = Local(Name(_at + 2));
        var close = text.AsSpan(_at + 1).IndexOfAny('>', '\n', '<');
        var at = _open.FindLastIndex(element => element.Is(name));
        var past = close < 0 ? text.Length : _at + close + (text[_at + 1 + close] == '<' ? 1 : 2);
        if (at >= 0)
        {
            Close(at + 1, matched: false);
            _at = past;
            Close(at, matched: true);
        }

        _at = past;
    }

    /// <summary>Ends open elements down to a depth.</summary>
    private void Close(int depth, bool matched)
    {
        for (var index = _open.Count - 1; index >= depth; index--)
        {
            var element = _open[index];
            (element.End, element.Closed) = (_at, matched);
            if (!matched && (LeftOpen is null || LeftOpen.Offset > element.Offset))
                LeftOpen = element;
            _open.RemoveAt(index);
        }
    }

    private void CharacterData()
    {
        var start = _at + "<![CDATA[".Length;
        SkipPast("]]>");
        var end = Math.Max(start, _at - "]]>".Length);
        _open[^1].Append(text[start..end]);
    }

    private void Literal()
    {
        _open[^1].Append("<");
        _at++;
    }

    private void SkipPast(string end)
    {
        var found = text.IndexOf(end, _at, StringComparison.Ordinal);
        _at = found < 0 ? text.Length : found + end.Length;
    }

    private string Name(int start)
    {
        var end = start;
        while (end < text.Length && Markup.IsName(text[end]))
            end++;
        return start < text.Length ? text[start..end] : "";
    }

    private int Blank(int start)
    {
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        return start;
    }

    private static string Local(string name) => name[(name.LastIndexOf(':') + 1)..];
}
