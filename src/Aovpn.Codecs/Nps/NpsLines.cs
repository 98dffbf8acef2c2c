namespace Aovpn.Codecs.Nps;

/// <summary>
/// Cuts a log into lines within fixed memory. A line also ends behind <c>&lt;/Event&gt;</c>, so that XML without line ends is cut into
/// records, and before NUL bytes, which are skipped and counted, however many there are.
/// </summary>
internal sealed class NpsLines(Stream stream)
{
    private const int Chunk = 128 * 1024;

    private byte[] _buffer = new byte[Chunk];
    private int _start;
    private int _end;
    private int _searched;
    private long _offsetOfBuffer;
    private long _next = 1;
    private bool _ended;

    /// <summary>The line without its end; empty for blank ones and where <see cref="TooLong"/> says that it was skipped.</summary>
    public ReadOnlySpan<byte> Text => _buffer.AsSpan(_textStart, _textLength);

    private int _textStart;
    private int _textLength;

    /// <summary>From 1.</summary>
    public long Line { get; private set; }

    public long Offset { get; private set; }

    /// <summary>NUL bytes skipped before the line.</summary>
    public long Nuls { get; private set; }

    /// <summary>The line goes on, or would, but NUL bytes follow.</summary>
    public bool CutByNul { get; private set; }

    /// <summary>Bytes of a line that was skipped for its length; 0 for others.</summary>
    public long TooLong { get; private set; }

    /// <returns>False at the end.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public bool MoveNext()
    {
        (TooLong, CutByNul, _textLength) = (0, false, 0);
        SkipNuls();
        (Line, Offset, _searched) = (_next, _offsetOfBuffer + _start, _start);
        while (true)
        {
            var found = _buffer.AsSpan(_searched, _end - _searched).IndexOfAny((byte)'\n', (byte)0);
            var until = found < 0 ? _end : _searched + found;
            var event_ = _buffer.AsSpan(_start, until - _start).IndexOf("</Event>"u8);
            if (event_ >= 0)
                return EndsBehindEvent(_start + event_ + "</Event>".Length);
            if (found >= 0)
                return Ends(until);
            _searched = _end;
            if (_end - _start >= NpsLog.MaxRecord)
                return Skip();
            if (!Fill())
                return _end > _start || Nuls > 0 ? Ends(_end) : false;
        }
    }

    private bool Ends(int until)
    {
        (_textStart, _textLength) = (_start, until - _start);
        if (until == _end)
        {
            _start = _end;
            return true;
        }

        if (_buffer[until] == 0)
        {
            CutByNul = true;
            _start = until;
            return true;
        }

        if (_textLength > 0 && _buffer[until - 1] == '\r')
            _textLength--;
        _start = until + 1;
        _next++;
        return true;
    }

    private bool EndsBehindEvent(int until)
    {
        (_textStart, _textLength, _start) = (_start, until - _start, until);

        // The line end right behind belongs to this record: no blank line follows it.
        while (_start < _end || Fill(keep: true))
        {
            if (_buffer[_start] is not ((byte)'\r' or (byte)' ' or (byte)'\t' or (byte)'\n'))
                break;
            if (_buffer[_start++] != '\n')
                continue;
            _next++;
            break;
        }

        return true;
    }

    private void SkipNuls()
    {
        Nuls = 0;
        while (_start < _end || Fill())
        {
            if (_buffer[_start] != 0)
                return;
            var other = _buffer.AsSpan(_start, _end - _start).IndexOfAnyExcept((byte)0);
            var count = other < 0 ? _end - _start : other;
            Nuls += count;
            _start += count;
        }
    }

    /// <summary>Skips what is left of a line that is too long.</summary>
    private bool Skip()
    {
        var length = (long)(_end - _start);
        _start = _end;
        while (Fill())
        {
            var found = _buffer.AsSpan(_start, _end - _start).IndexOfAny((byte)'\n', (byte)0);
            var count = found < 0 ? _end - _start : found;
            length += count;
            _start += count;
            if (found < 0)
                continue;
            if (_buffer[_start] == '\n')
            {
                _start++;
                _next++;
            }

            break;
        }

        TooLong = length;
        return true;
    }

    /// <param name="keep">The current line's text stays where it is.</param>
    private bool Fill(bool keep = false)
    {
        if (_ended)
            return false;

        var from = keep ? _textStart : _start;
        if (from > 0)
        {
            _buffer.AsSpan(from, _end - from).CopyTo(_buffer);
            _offsetOfBuffer += from;
            (_start, _end, _searched) = (_start - from, _end - from, Math.Max(0, _searched - from));
            _textStart = keep ? 0 : _textStart;
        }

        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _ended = read == 0;
        return read > 0;
    }
}
