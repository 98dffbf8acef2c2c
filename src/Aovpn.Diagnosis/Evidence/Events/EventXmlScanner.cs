using System.Text;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>
/// Finds <c>Event</c> elements in a text of any length, one at a time: in a list, one a line, one after the other, or between other
/// text. It looks at tags only, so a damaged event costs no more than itself. Events as Windows writes them are found whole, all others letter by
/// letter.
/// </summary>
/// <param name="passesOver">Asked for events that were found whole: those that it answers for are counted and not handed out.</param>
/// <param name="reads">Asked before that, with the line on which the event begins: what it reads needs no text.</param>
/// <param name="isCareful">All events are read letter by letter.</param>
internal sealed class EventXmlScanner(TextReader text, Func<ReadOnlySpan<char>, bool>? passesOver = null, Func<ReadOnlySpan<char>, long, WindowsEvent?>? reads = null, bool isCareful = false)
{
    /// <summary>Characters of one event. Windows limits an event to 64 KiB of binary form, which no rendering makes this long.</summary>
    public const int MaxEvent = 1024 * 1024;

    private const int MaxTag = 64;
    private const string Begin = "<Event", End = "</Event>";

    private readonly StringBuilder _event = new();
    private readonly char[] _tag = new char[MaxTag];
    private readonly char[] _buffer = new char[32 * 1024];
    private int _tagLength;
    private int _at;
    private int _end;
    private long _line = 1;
    private long _firstLine;
    private long _inkLine;
    private bool _inside;
    private bool _tooLong;
    private bool _carriageReturn;
    private bool _passed;
    private WindowsEvent? _seen;

    /// <summary>Events that were not handed out.</summary>
    public long Passed { get; private set; }

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
            if (!_inside && !isCareful && WholeLength() is > 0 and var whole && (IsRead(whole) || IsPassedOver(whole) || IsWhole(whole)))
            {
                if (Whole(whole) is { } found)
                    yield return found;
                reading = Next();
                continue;
            }

            reading = ReadTagName();
            if (IsNamed("Event", isEnd: false) && EndsName(reading))
            {
                if (_inside)
                    yield return Take(isClosed: false);
                BeginEvent(tagLine);
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

    private bool IsRead(int length)
    {
        _seen = reads?.Invoke(_buffer.AsSpan(_at - 1, length), _line);
        _passed = false;
        return _seen is not null;
    }

    private bool IsPassedOver(int length)
    {
        _passed = passesOver?.Invoke(_buffer.AsSpan(_at - 1, length)) is true;
        return _passed;
    }

    /// <summary>Takes in the event whose first character was read last.</summary>
    /// <returns>Null when it is passed over.</returns>
    private RawEvent? Whole(int length)
    {
        var content = _buffer.AsSpan(_at - 1, length);
        var first = _line;
        _at += length - 1;
        if (_seen is not null)
            return new("", first, first, IsClosed: true, IsTooLong: false) { IsLookedAt = true, Seen = _seen };
        _line += content.Count('\n');
        if (!_passed)
            return new(content.ToString(), first, _line, IsClosed: true, IsTooLong: false) { IsLookedAt = passesOver is not null };
        Passed++;
        return null;
    }

    /// <summary>Looks ahead for an event without prefix, all of it in the buffer.</summary>
    /// <returns>Its characters, from the bracket that was read last to the first end; 0 when none begins there.</returns>
    private int WholeLength()
    {
        var start = _at - 1;
        if (_end - start < Begin.Length + 1)
            start = Complete();
        if (!_buffer.AsSpan(start, _end - start).StartsWith(Begin) || _end - start <= Begin.Length || _buffer[start + Begin.Length] is not (' ' or '>'))
            return 0;

        var end = _buffer.AsSpan(start, _end - start).IndexOf(End);
        while (end < 0)
        {
            var before = _end - start;
            start = Complete();
            var length = _end - start;
            if (length == before)
                return 0;
            var from = Math.Max(before - End.Length, 0);
            end = _buffer.AsSpan(start + from, length - from).IndexOf(End);
            end = end < 0 ? end : end + from;
        }

        return end + End.Length;
    }

    /// <summary>Whether the event is as Windows writes it: no prefix, no carriage return, its end before the beginning of another. One that is passed over is.</summary>
    private bool IsWhole(int length)
    {
        var content = _buffer.AsSpan(_at - 1, length);
        if (content.Contains('\r') || content.Contains(":Event", StringComparison.Ordinal))
            return false;
        for (var rest = content[Begin.Length..]; rest.IndexOf(Begin) is >= 0 and var next; rest = rest[(next + Begin.Length)..])
        {
            if (EndsName(rest[next + Begin.Length]))
                return false;
        }

        // Blanks in an end tag: the first of them may be this event's.
        for (var rest = content[..^End.Length]; rest.IndexOf("</Event") is >= 0 and var tag; rest = rest[(tag + 1)..])
        {
            if (tag + End.Length > rest.Length || char.IsWhiteSpace(rest[tag + End.Length - 1]))
                return false;
        }

        return true;
    }

    /// <summary>Moves what is left to the beginning of the buffer, the character that was read last among it, and reads on.</summary>
    /// <returns>Where that character now is.</returns>
    private int Complete()
    {
        var left = _end - _at + 1;
        _buffer.AsSpan(_at - 1, left).CopyTo(_buffer);
        (_at, _end) = (1, left);
        while (_end < _buffer.Length && text.Read(_buffer, _end, _buffer.Length - _end) is > 0 and var read)
            _end += read;
        return 0;
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

    private void BeginEvent(long tagLine)
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
