using System.Runtime.CompilerServices;

namespace Aovpn.Codecs.Nps;

/// <summary>
/// Reads the records of a window one after the other. Lines that are written as NPS writes them are taken apart by the readers with
/// vectors; those that are not, by <see cref="NpsCarefulReader"/>, which knows all the ways in which a line can be odd or damaged.
/// </summary>
internal sealed class NpsRowReader
{
    private readonly NpsCarefulReader _careful;
    private readonly NpsLineIndex _index = new();
    private NpsWindow _window = new();
    private int _at;
    private long _line;
    private bool _isCareful;

    public NpsRowReader() => _careful = new(Row);

    /// <summary>The record, when <see cref="Damage"/> is null.</summary>
    public NpsRow Row { get; } = new();

    public NpsDamage? Damage { get; private set; }

    public void Begin(NpsWindow window)
    {
        (_window, _at, _line) = (window, 0, window.Line);
        Row.Begin(window);
        _index.Forget();
        _careful.Begin(window);
        _isCareful = _careful.IsBusy;
    }

    /// <summary>Line feeds up to where it has read.</summary>
    public long Lines => _line - _window.Line;

    /// <returns>False at the window's end.</returns>
    public bool MoveNext()
    {
        if (_isCareful || _at >= _window.Length || Fast() is not (> 0 and var next))
        {
            var isRead = MoveCarefully();
            _isCareful = _careful.IsBusy;
            return isRead;
        }

        _at = next;
        Damage = null;
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool MoveCarefully()
    {
        while (true)
        {
            if (_careful.Next(out var damage))
            {
                Damage = damage;
                return true;
            }

            if (!_careful.IsInsideEvent && _at < _window.Length && Fast() is var next and > 0)
            {
                _at = next;
                Damage = null;
                return true;
            }

            if (!_careful.Read(ref _at, ref _line))
                return false;
        }
    }

    /// <returns>Where the next record begins; 0 for a line that must be read with care.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Fast()
    {
        // A byte order mark is the careful reader's.
        var at = new NpsSpan(_line, _line, _window.Offset + _at);
        if (at.Offset == 0 && _window.Bytes[0] >= 0x80)
            return 0;
        var next = _window.Bytes[_at] switch
        {
            (byte)'"' => OdbcRow.Read(Row, _index, at, _at, _window.Length),
            (byte)'<' => DtsRow.Read(Row, at, _at, _window.Length),
            _ => IasRow.Read(Row, _index, at, _at, _window.Length),
        };
        if (next == _window.Length && _window.EndsAtNul)
            return 0;
        if (next > 0 && _window.Bytes[next - 1] == '\n')
            _line++;
        return next;
    }
}
