using System.Buffers;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>
/// Reads the part of XML in which Windows writes events: elements without prefix, attributes in quotation marks, text with the five references of XML.
/// All that is not of this part is none, however well-formed: comments, sections, declarations, other references, characters beyond U+D7FF.
/// </summary>
internal ref struct EventGlanceMarkup(ReadOnlySpan<char> text)
{
    private const int Deepest = 16;
    private const int MostAttributes = 8;

    private static readonly SearchValues<char> Name = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    private readonly ReadOnlySpan<char> _text = text;
    private Names _open;
    private int _at;
    private int _depth;

    /// <summary>Of the child of System; empty before it was read.</summary>
    public ReadOnlySpan<char> Provider { get; private set; }

    public ReadOnlySpan<char> EventId { get; private set; }

    /// <summary>Whether a text has only the characters of this part of XML: no control characters but tabs and line feeds, none beyond U+D7FF.</summary>
    public static bool IsPlain(ReadOnlySpan<char> text)
    {
        for (var rest = text; rest.IndexOfAnyExceptInRange(' ', '\uD7FF') is >= 0 and var odd; rest = rest[(odd + 1)..])
        {
            if (rest[odd] is not ('\t' or '\n'))
                return false;
        }

        return true;
    }

    /// <summary>Reads the event's beginning to the end of its first child, which must be System with one provider and one id.</summary>
    /// <returns>False where anything is odd.</returns>
    /// <remarks>The text has to be plain.</remarks>
    public bool ReadSystem()
    {
        return Tag() && _depth == 1 && Content() && Tag() && _depth == 2 && Opened(2) is "System" && ReadTo(1) && !Provider.IsEmpty && !EventId.IsEmpty;
    }

    /// <returns>Whether all else is whole to the end.</returns>
    public bool ReadRest() => Content() && ReadTo(0) && _at == _text.Length;

    /// <summary>Reads on until no more than so many elements are open.</summary>
    private bool ReadTo(int depth)
    {
        while (_depth > depth)
        {
            if (!Content() || !Tag())
                return false;
        }

        return true;
    }

    private readonly ReadOnlySpan<char> Opened(int depth) => _text[_open[depth - 1].Start..(_open[depth - 1].Start + _open[depth - 1].Length)];

    /// <summary>Text up to the next tag.</summary>
    private bool Content()
    {
        var start = _at;
        while (_at < _text.Length && _text[_at..].IndexOfAny('<', '>', '&') is >= 0 and var stop)
        {
            _at += stop;
            if (_text[_at] == '<')
                return TakeText(_text[start.._at]);
            if (_text[_at] == '>' || !IsReference(_text[_at..]))
                return false;
            _at++;
        }

        return false;
    }

    private static bool IsReference(ReadOnlySpan<char> rest) =>
        rest.StartsWith("&amp;") || rest.StartsWith("&lt;") || rest.StartsWith("&gt;") || rest.StartsWith("&quot;") || rest.StartsWith("&apos;");

    private bool TakeText(ReadOnlySpan<char> content)
    {
        if (_depth != 3 || Opened(2) is not "System" || Opened(3) is not "EventID")
            return true;
        if (!EventId.IsEmpty)
            return false;
        EventId = content;
        return true;
    }

    /// <summary>A tag, at whose bracket the reader stands.</summary>
    private bool Tag()
    {
        if (_at + 2 >= _text.Length)
            return false;
        return _text[_at + 1] == '/' ? EndTag() : StartTag();
    }

    private bool EndTag()
    {
        var name = Opened(_depth);
        var rest = _text[(_at + 2)..];
        if (rest.Length <= name.Length || !rest.StartsWith(name) || rest[name.Length] != '>')
            return false;
        _at += name.Length + 3;
        _depth--;
        return true;
    }

    private bool StartTag()
    {
        var start = _at + 1;
        var length = NameLength(start);
        if (length == 0 || _depth == Deepest || (_depth > 0 && _text.Slice(start, length) is "Event"))
            return false;
        _open[_depth++] = (start, length);
        _at = start + length;
        if (!Attributes())
            return false;
        if (_text[_at] == '>')
        {
            _at++;
            return true;
        }

        if (_text[_at] != '/' || _at + 1 >= _text.Length || _text[_at + 1] != '>')
            return false;
        _at += 2;
        _depth--;
        return true;
    }

    /// <summary>Attributes and the blanks before them, to the bracket or the slash.</summary>
    private bool Attributes()
    {
        var isProvider = _depth == 3 && Opened(2) is "System" && Opened(3) is "Provider";
        if (isProvider && !Provider.IsEmpty)
            return false;
        Names attributes = default;
        for (var count = 0; ; count++)
        {
            var blanks = _at;
            while (_at < _text.Length && _text[_at] is ' ' or '\n' or '\t')
                _at++;
            if (_at >= _text.Length)
                return false;
            if (_text[_at] is '>' or '/')
                return !isProvider || !Provider.IsEmpty;
            if (_at == blanks || count == MostAttributes || Attribute() is not { } name || !IsNew(attributes, count, name))
                return false;
            attributes[count] = name;
            var value = _text[(name.Start + name.Length + 2)..(_at - 1)];
            if (isProvider && _text[name.Start..(name.Start + name.Length)] is "Name")
                Provider = value.Trim().Length == value.Length ? value : [];
        }
    }

    /// <returns>Its name; null where it is none.</returns>
    private (int Start, int Length)? Attribute()
    {
        var start = _at;
        var length = NameLength(start);
        _at += length;
        if (length > 0 && _at < _text.Length && _text[_at] == ':' && NameLength(_at + 1) is > 0 and var local)
            (length, _at) = (length + 1 + local, _at + 1 + local);
        if (length == 0 || _at + 2 >= _text.Length || _text[_at] != '=' || _text[_at + 1] is not ('\'' or '"'))
            return null;
        var quote = _text[_at + 1];
        var value = _text[(_at + 2)..];
        var end = value.IndexOfAny(quote, '<', '&');
        if (end < 0 || value[end] != quote)
            return null;
        _at += end + 3;
        return (start, length);
    }

    private readonly bool IsNew(Names before, int count, (int Start, int Length) name)
    {
        for (var other = 0; other < count; other++)
        {
            if (_text[before[other].Start..(before[other].Start + before[other].Length)].SequenceEqual(_text[name.Start..(name.Start + name.Length)]))
                return false;
        }

        return true;
    }

    private readonly int NameLength(int start)
    {
        if (start >= _text.Length || !(char.IsAsciiLetter(_text[start]) || _text[start] == '_'))
            return 0;
        var end = _text[start..].IndexOfAnyExcept(Name);
        return end < 0 ? _text.Length - start : end;
    }

    /// <summary>Places of names: of the open elements, or of a tag's attributes.</summary>
    [System.Runtime.CompilerServices.InlineArray(Deepest)]
    private struct Names
    {
        private (int Start, int Length) _first;
    }
}
