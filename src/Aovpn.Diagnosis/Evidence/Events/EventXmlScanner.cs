using System.Text;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>
/// Finds <c>Event</c> elements in a text of any length, one at a time: in a list, one a line, one after the other, or between other
/// text. It looks at tags only, so a damaged event costs no more than itself.
/// </summary>
internal sealed class EventXmlScanner(TextReader text)
{
    /// <summary>Characters of one event. Windows limits an event to 64 KiB of binary form, which no rendering makes this long.</summary>
    public const int MaxEvent = 1024 * 1024;

    private const int MaxTag = 64;

    private readonly StringBuilder _event = new();
    private readonly StringBuilder _tag = new();
    private long _line = 1;
    private long _firstLine;
    private long _inkLine;
    private bool _inside;
    private bool _tooLong;
    private bool _carriageReturn;

    public IEnumerable<RawEvent> Events()
    {
        var reading = Next();
        while (reading >= 0)
        {
            var letter = (char)reading;
            if (letter != '<')
            {
                if (_inside)
                    Keep(letter);
                reading = Next();
                continue;
            }

            var tagLine = _line;
            reading = ReadTagName();
            var name = _tag.ToString();
            var local = LocalName(name.AsSpan(1));
            if (local is "Event" && EndsName(reading))
            {
                if (_inside)
                    yield return Take(isClosed: false);
                Begin(tagLine, name);
                continue;
            }

            if (!_inside)
                continue;
            Keep(name);
            if (local is not "/Event")
                continue;

            while (reading >= 0 && char.IsWhiteSpace((char)reading))
                reading = Next();
            if (reading != '>')
                continue;
            Keep('>');
            yield return Take(isClosed: true);
            reading = Next();
        }

        if (_inside)
            yield return Take(isClosed: false);
    }

    /// <returns>A tag's name without prefix, with the slash of an end tag.</returns>
    public static string LocalName(ReadOnlySpan<char> tag)
    {
        var slash = tag is ['/', ..] ? "/" : "";
        var name = tag[slash.Length..];
        var end = 0;
        while (end < name.Length && end < MaxTag && IsNameCharacter(name[end]))
            end++;
        name = name[..end];
        var colon = name.LastIndexOf(':');
        return slash + name[(colon + 1)..].ToString();
    }

    private void Begin(long tagLine, string name)
    {
        (_inside, _tooLong, _firstLine, _inkLine) = (true, false, tagLine, tagLine);
        _event.Clear();
        Keep(name);
    }

    /// <summary>Reads <c>&lt;</c> and the name after it into the tag.</summary>
    /// <returns>The character after the name.</returns>
    private int ReadTagName()
    {
        _tag.Clear().Append('<');
        var next = Next();
        if (next == '/')
        {
            _tag.Append('/');
            next = Next();
        }

        while (next >= 0 && _tag.Length < MaxTag && IsNameCharacter((char)next))
        {
            _tag.Append((char)next);
            next = Next();
        }

        return next;
    }

    private static bool IsNameCharacter(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is ':' or '_' or '-' or '.';

    private static bool EndsName(int letter) => letter is < 0 or '>' or '/' || char.IsWhiteSpace((char)letter);

    private RawEvent Take(bool isClosed)
    {
        _inside = false;
        return new(_event.ToString(), _firstLine, isClosed ? _line : _inkLine, isClosed, _tooLong);
    }

    private void Keep(string piece)
    {
        foreach (var letter in piece)
            Keep(letter);
    }

    private void Keep(char letter)
    {
        if (!char.IsWhiteSpace(letter))
            _inkLine = _line;
        if (_event.Length < MaxEvent)
            _event.Append(letter);
        else
            _tooLong = true;
    }

    /// <summary>Lines end as in an editor: LF, CR LF or CR. Each end is handed out as one LF.</summary>
    private int Next()
    {
        if (_pendingLine)
            (_line, _pendingLine) = (_line + 1, false);
        var letter = text.Read();
        if (letter == '\n' && _carriageReturn)
            letter = text.Read();
        _carriageReturn = letter == '\r';
        if (_carriageReturn)
            letter = '\n';
        _pendingLine = letter == '\n';
        return letter;
    }

    private bool _pendingLine;
}
