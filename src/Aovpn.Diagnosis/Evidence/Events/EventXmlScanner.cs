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
    private readonly char[] _tag = new char[MaxTag];
    private readonly char[] _buffer = new char[8192];
    private int _tagLength;
    private int _at;
    private int _end;
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
                    Keep([letter]);
                Run();
                reading = Next();
                continue;
            }

            var tagLine = _line;
            reading = ReadTagName();
            if (IsNamed("Event", isEnd: false) && EndsName(reading))
            {
                if (_inside)
                    yield return Take(isClosed: false);
                Begin(tagLine);
                continue;
            }

            if (!_inside)
                continue;
            Keep(_tag.AsSpan(0, _tagLength));
            if (!IsNamed("Event", isEnd: true))
                continue;

            while (reading >= 0 && char.IsWhiteSpace((char)reading))
                reading = Next();
            if (reading != '>')
                continue;
            Keep(">");
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

    private void Begin(long tagLine)
    {
        (_inside, _tooLong, _firstLine, _inkLine) = (true, false, tagLine, tagLine);
        _event.Clear();
        Keep(_tag.AsSpan(0, _tagLength));
    }

    /// <summary>Whether the tag just read has this local name.</summary>
    private bool IsNamed(string local, bool isEnd)
    {
        var name = _tag.AsSpan(1, _tagLength - 1);
        if (name is ['/', ..] != isEnd)
            return false;
        name = name[(isEnd ? 1 : 0)..];
        return name[(name.LastIndexOf(':') + 1)..].SequenceEqual(local);
    }

    /// <summary>Passes over what follows up to the next tag or line end at once: text is most of an event.</summary>
    private void Run()
    {
        while (!_pendingLine && !_carriageReturn && (_at < _end || Fill()))
        {
            var rest = _buffer.AsSpan(_at, _end - _at);
            var stop = rest.IndexOfAny('<', '\r', '\n');
            if (stop == 0)
                return;
            var run = stop < 0 ? rest : rest[..stop];
            if (_inside)
                Keep(run);
            _at += run.Length;
            if (stop > 0)
                return;
        }
    }

    private bool Fill()
    {
        (_at, _end) = (0, text.Read(_buffer, 0, _buffer.Length));
        return _end > 0;
    }

    private int ReadCharacter() => _at < _end || Fill() ? _buffer[_at++] : -1;

    /// <summary>Reads <c>&lt;</c> and the name after it into the tag.</summary>
    /// <returns>The character after the name.</returns>
    private int ReadTagName()
    {
        _tag[0] = '<';
        _tagLength = 1;
        var next = Next();
        if (next == '/')
        {
            _tag[_tagLength++] = '/';
            next = Next();
        }

        while (next >= 0 && _tagLength < MaxTag && IsNameCharacter((char)next))
        {
            _tag[_tagLength++] = (char)next;
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

    private void Keep(ReadOnlySpan<char> piece)
    {
        if (!piece.IsWhiteSpace())
            _inkLine = _line;
        var room = MaxEvent - _event.Length;
        _event.Append(piece.Length <= room ? piece : piece[..room]);
        _tooLong |= piece.Length > room;
    }

    /// <summary>Lines end as in an editor: LF, CR LF or CR. Each end is handed out as one LF.</summary>
    private int Next()
    {
        if (_pendingLine)
            (_line, _pendingLine) = (_line + 1, false);
        var letter = ReadCharacter();
        if (letter == '\n' && _carriageReturn)
            letter = ReadCharacter();
        _carriageReturn = letter == '\r';
        if (_carriageReturn)
            letter = '\n';
        _pendingLine = letter == '\n';
        return letter;
    }

    private bool _pendingLine;
}
