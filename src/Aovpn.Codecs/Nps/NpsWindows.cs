using System.Runtime.ExceptionServices;

namespace Aovpn.Codecs.Nps;

/// <summary>
/// Reads a log front to back and cuts it between records, so that its windows can be read in any order and at the same time. Memory is bounded
/// whatever the log holds: lines beyond <see cref="NpsLog.MaxRecord"/> and runs of NUL bytes are skipped and counted here.
/// </summary>
/// <param name="countsLines">Lines are numbered throughout; else each window begins with line 1 again: to count them takes a tenth of the time of reading them.</param>
internal sealed class NpsWindows(Stream log, bool countsLines = true)
{
    private const int Small = 64 * 1024, Usual = 512 * 1024;

    /// <summary>Bytes of a record that begins and does not end, beyond which it is given up.</summary>
    private const int MostOpen = 2 * NpsLog.MaxRecord;

    private byte[] _rest = [];
    private int _restLength;
    private long _offset;
    private long _line = 1;
    private long _number;
    private int _size = Small;
    private ExceptionDispatchInfo? _failure;
    private bool _ended;

    /// <returns>False at the log's end.</returns>
    /// <exception cref="IOException">The log cannot be read further; what was read before was handed out.</exception>
    public bool Next(NpsWindow window)
    {
        (window.NulsBefore, window.EndsAtNul, window.TooLong, window.LinesSkipped) = (0, false, 0, 0);
        Room(window, Math.Max(_size, _restLength));
        _size = Usual;
        _rest.AsSpan(0, _restLength).CopyTo(window.Bytes);
        var filled = Fill(window, _restLength);
        filled = SkipNuls(window, filled);
        (window.Offset, window.Line, window.Number) = (_offset, _line, _number);
        if (filled == 0 && window.NulsBefore == 0)
        {
            _failure?.Throw();
            return false;
        }

        var cut = 0;
        while (!_ended && (cut = Cut(window, filled)) == 0)
        {
            if (filled < MostOpen)
            {
                Room(window, window.Bytes.Length * 2);
                filled = Fill(window, filled);
                continue;
            }

            Skip(window, filled);
            return true;
        }

        Take(window, _ended ? filled : cut, filled);
        return true;
    }

    private void Take(NpsWindow window, int cut, int filled)
    {
        Keep(window, cut, filled);
        window.Length = cut;
        _offset += cut;
        _number++;
        if (countsLines)
            _line += NpsBlock.CountLineFeeds(window.Bytes.AsSpan(0, cut));
        window.Bytes.AsSpan(cut, NpsBlock.Length).Clear();
    }

    /// <summary>Where the window may end: behind the last line that leaves no record open; 0 if there is no such place yet.</summary>
    private static int Cut(NpsWindow window, int filled)
    {
        var bytes = window.Bytes.AsSpan(0, filled);
        var end = bytes.LastIndexOf((byte)'\n') + 1;
        for (var at = end; at > 0;)
        {
            var start = bytes[..(at - 1)].LastIndexOf((byte)'\n') + 1;
            var line = bytes[start..(at - 1)].TrimEnd((byte)'\r');
            if (line.EndsWith("</Event>"u8))
                return end;
            var close = line.LastIndexOf("</Event>"u8);
            var form = NpsLineForm.Of(close < 0 ? line : line[(close + "</Event>".Length)..], out _);
            if (form is NpsLogFormat.Dts)
                return close >= 0 ? start + close + "</Event>".Length : start > 0 || filled < MostOpen ? start : end;
            if (form is not null || close >= 0 || line.Contains((byte)0))
                return end;
            at = start;
        }

        if (end > 0)
            return end;
        if (bytes.LastIndexOf("</Event>"u8) is var last and >= 0)
            return last + "</Event>".Length;
        var nul = bytes.IndexOf((byte)0);
        window.EndsAtNul = nul >= 0;
        return Math.Max(nul, 0);
    }

    /// <summary>A line that is too long, to its end.</summary>
    private void Skip(NpsWindow window, int filled)
    {
        var length = (long)filled;
        var found = -1;
        while ((filled = Read(window, 0)) > 0)
        {
            found = window.Bytes.AsSpan(0, filled).IndexOfAny((byte)'\n', (byte)0);
            length += found < 0 ? filled : found;
            if (found >= 0)
                break;
        }

        var isLine = found >= 0 && window.Bytes[found] == '\n';
        Keep(window, found < 0 ? filled : isLine ? found + 1 : found, filled);
        _offset += length + (isLine ? 1 : 0);
        _number++;
        if (countsLines && isLine)
            _line++;
        (window.TooLong, window.Length, window.LinesSkipped) = (length, 0, isLine ? 1 : 0);
    }

    private int SkipNuls(NpsWindow window, int filled)
    {
        while (filled > 0 && window.Bytes[0] == 0)
        {
            var bytes = window.Bytes.AsSpan(0, filled);
            var nuls = bytes.IndexOfAnyExcept((byte)0) is var other and >= 0 ? other : filled;
            window.NulsBefore += nuls;
            _offset += nuls;
            bytes[nuls..].CopyTo(bytes);
            filled = Fill(window, filled - nuls);
        }

        return filled;
    }

    private void Keep(NpsWindow window, int from, int filled)
    {
        _restLength = filled - from;
        if (_rest.Length < _restLength)
            _rest = new byte[Math.Max(_restLength, Small)];
        window.Bytes.AsSpan(from, _restLength).CopyTo(_rest);
    }

    private int Fill(NpsWindow window, int filled)
    {
        while (!_ended && filled < window.Bytes.Length - NpsBlock.Length)
            filled += Read(window, filled);
        return filled;
    }

    /// <summary>What was read before the log fails is handed out first.</summary>
    private int Read(NpsWindow window, int filled)
    {
        try
        {
            var read = log.Read(window.Bytes, filled, window.Bytes.Length - NpsBlock.Length - filled);
            _ended = read == 0;
            return read;
        }
        catch (IOException failure)
        {
            (_failure, _ended) = (ExceptionDispatchInfo.Capture(failure), true);
            return 0;
        }
    }

    /// <summary>Room for so many bytes and the block behind them that is looked at together with the last.</summary>
    private static void Room(NpsWindow window, int size)
    {
        if (window.Bytes.Length >= size + NpsBlock.Length)
            return;
        var larger = GC.AllocateUninitializedArray<byte>(size + NpsBlock.Length);
        window.Bytes.CopyTo(larger, 0);
        window.Bytes = larger;
    }
}
