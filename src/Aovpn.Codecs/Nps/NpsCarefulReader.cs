namespace Aovpn.Codecs.Nps;

/// <summary>
/// Reads lines that are not as NPS writes them: behind a relay's prefix, XML over several lines, damaged ones, others' words. A line also ends
/// behind <c>&lt;/Event&gt;</c>, so that XML without line ends is cut into records, and before NUL bytes, which are counted.
/// </summary>
internal sealed class NpsCarefulReader(NpsRow row)
{
    private readonly Queue<NpsDamage> _damages = new();
    private NpsWindow _window = new();
    private bool _hasRow;
    private bool _isEnded;
    private int _eventStart = -1;
    private int _eventEnd;
    private NpsSpan _eventAt;

    public bool IsInsideEvent => _eventStart >= 0;

    /// <summary>Whether it has something to hand out, or an event that goes on.</summary>
    public bool IsBusy => _hasRow || _damages.Count > 0 || IsInsideEvent;

    public void Begin(NpsWindow window)
    {
        (_window, _hasRow, _isEnded, _eventStart) = (window, false, false, -1);
        var at = new NpsSpan(window.Line, window.Line, window.Offset);
        if (window.NulsBefore > 0)
            Tell(at, NpsDamageReason.NulBytes, window.NulsBefore);
        if (window.TooLong > 0)
            Tell(at, NpsDamageReason.TooLong, window.TooLong);
    }

    /// <summary>What was found and not yet handed out; damage before the record behind it.</summary>
    /// <param name="damage">Null for a record, which is in the row.</param>
    public bool Next(out NpsDamage? damage)
    {
        if (_damages.TryDequeue(out damage))
            return true;
        var hasRow = _hasRow;
        _hasRow = false;
        return hasRow;
    }

    /// <summary>Reads one line.</summary>
    /// <returns>False at the window's end.</returns>
    public bool Read(ref int position, ref long number)
    {
        if (position >= _window.Length)
        {
            if (_isEnded)
                return false;
            _isEnded = true;
            Close();
            return true;
        }

        var rest = _window.Bytes.AsSpan(position, _window.Length - position);
        var at = new NpsSpan(number, number, _window.Offset + position);
        if (rest[0] == 0)
        {
            var nuls = rest.IndexOfAnyExcept((byte)0) is var other and >= 0 ? other : rest.Length;
            position += nuls;
            Tell(at with { Offset = at.Offset + nuls }, NpsDamageReason.NulBytes, nuls);
            return true;
        }

        var found = rest.IndexOfAny((byte)'\n', (byte)0);
        var line = found < 0 ? rest : rest[..found];
        if (line.IndexOf("</Event>"u8) is var close and >= 0)
        {
            var length = close + "</Event>".Length;
            Take(line[..length], position, at);
            position += length;
            SkipLineEnd(ref position, ref number);
            return true;
        }

        if (line.Length >= NpsLog.MaxRecord)
            Tell(at, NpsDamageReason.TooLong, line.Length);
        else if (found >= 0 ? rest[found] == 0 : _window.EndsAtNul)
            Tell(at, NpsDamageReason.NulBytes, 0);
        else
            Take(line is [.., (byte)'\r'] && found >= 0 ? line[..^1] : line, position, at);
        position += line.Length;
        if (found >= 0 && rest[found] == '\n')
            (position, number) = (position + 1, number + 1);
        return true;
    }

    /// <summary>The line end right behind an event belongs to it: no blank line follows.</summary>
    private void SkipLineEnd(ref int position, ref long number)
    {
        while (position < _window.Length && _window.Bytes[position] is (byte)'\r' or (byte)' ' or (byte)'\t' or (byte)'\n')
        {
            if (_window.Bytes[position++] != '\n')
                continue;
            number++;
            return;
        }
    }

    private void Take(ReadOnlySpan<byte> line, int position, NpsSpan at)
    {
        if (at.Offset == 0 && line.StartsWith("\uFEFF"u8))
        {
            line = line[3..];
            position += 3;
        }

        var format = NpsLineForm.Of(line, out var start);
        if (IsInsideEvent)
        {
            if (format is null)
            {
                Continue(line, position, at);
                return;
            }

            Close();
        }

        switch (format)
        {
            case NpsLogFormat.Odbc or NpsLogFormat.Ias:
                Record(format.Value, line[start..].TrimEnd(" \t`"u8), position + start, at);
                return;
            case NpsLogFormat.Dts when line.EndsWith("</Event>"u8):
                Record(NpsLogFormat.Dts, line[start..], position + start, at);
                return;
            case NpsLogFormat.Dts:
                (_eventStart, _eventEnd, _eventAt) = (position + start, position + line.Length, at);
                return;
            default:
                if (line.ContainsAnyExcept(" \t\r"u8) && !NpsLineForm.IsHeading(line) && !IsRootOrProlog(line.Trim(" \t\r"u8)))
                    _damages.Enqueue(new(at.Line, at.LastLine, at.Offset, NpsDamageReason.NotARecord, null));
                return;
        }
    }

    private void Continue(ReadOnlySpan<byte> line, int position, NpsSpan at)
    {
        (_eventEnd, _eventAt) = (position + line.Length, _eventAt with { LastLine = at.Line });
        var text = _window.Bytes.AsSpan(_eventStart, _eventEnd - _eventStart);
        if (line.EndsWith("</Event>"u8))
            Record(NpsLogFormat.Dts, text, _eventStart, _eventAt);
        else if (text.Length > NpsLog.MaxRecord)
            _damages.Enqueue(new(_eventAt.Line, _eventAt.LastLine, _eventAt.Offset, NpsDamageReason.TooLong, NpsLogFormat.Dts, text.Length));
        else
            return;
        _eventStart = -1;
    }

    private void Record(NpsLogFormat format, ReadOnlySpan<byte> text, int position, NpsSpan at)
    {
        row.Careful.Clear();
        var damage = format switch
        {
            NpsLogFormat.Odbc => OdbcLine.Parse(text, at, row.Careful),
            NpsLogFormat.Ias => IasLine.Parse(text, at, row.Careful),
            _ => DtsEvent.Parse(text, at, row.Careful),
        };
        if (damage is not null)
        {
            _damages.Enqueue(damage);
            return;
        }

        row.SetCareful(format, at, position, position + text.Length);
        _hasRow = true;
    }

    private void Tell(NpsSpan at, NpsDamageReason reason, long detail)
    {
        Close();
        _damages.Enqueue(new(at.Line, at.LastLine, at.Offset, reason, null, detail));
    }

    /// <summary>An event whose end has not come.</summary>
    private void Close()
    {
        if (!IsInsideEvent)
            return;
        var isMeant = DtsEvent.IsMeant(_window.Bytes.AsSpan(_eventStart, _eventEnd - _eventStart));
        _eventStart = -1;
        _damages.Enqueue(new(
            _eventAt.Line, _eventAt.LastLine, _eventAt.Offset, isMeant ? NpsDamageReason.EventNotClosed : NpsDamageReason.NotARecord, isMeant ? NpsLogFormat.Dts : null));
    }

    /// <summary>NPS writes neither; people add them so that other programs read the file.</summary>
    private static bool IsRootOrProlog(ReadOnlySpan<byte> line) =>
        line.StartsWith("<?xml"u8) || (line is [(byte)'<', .., (byte)'>'] && line.Count((byte)'<') == 1 && !line.Contains((byte)'"') && line.Length < 64);
}
