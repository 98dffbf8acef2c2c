namespace Aovpn.Codecs.Nps;

/// <summary>Stands at one entry of a log after the other, in their order. What is not asked for is not copied.</summary>
/// <param name="log">As <see cref="NpsLog.Read"/> takes it.</param>
/// <param name="only">The format whose entries count; null for all.</param>
public sealed class NpsCursor(Stream log, NpsLogFormat? only = null)
{
    private readonly NpsWindows _windows = new(log);
    private readonly NpsWindow _window = new();
    private readonly NpsRowReader _reader = new();
    private bool _isOpen;

    /// <summary>Null at a record.</summary>
    public NpsDamage? Damage => _reader.Damage;

    /// <summary>The record, where <see cref="Damage"/> is null; valid until the next.</summary>
    public NpsRow Row => _reader.Row;

    /// <returns>False at the log's end.</returns>
    /// <exception cref="IOException">The log cannot be read further.</exception>
    public bool MoveNext()
    {
        while (Advance())
        {
            if (only is null || (Damage is { } damage ? damage.Format : Row.Format) == only)
                return true;
        }

        return false;
    }

    private bool Advance()
    {
        while (!_isOpen || !_reader.MoveNext())
        {
            _isOpen = _windows.Next(_window);
            if (!_isOpen)
                return false;
            _reader.Begin(_window);
        }

        return true;
    }
}
