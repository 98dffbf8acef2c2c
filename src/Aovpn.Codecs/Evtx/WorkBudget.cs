namespace Aovpn.Codecs.Evtx;

/// <summary>
/// Bounds the work that one chunk can cause. A real chunk of 64 KiB expands to about one megabyte; templates that refer to each
/// other could make it expand without end.
/// </summary>
internal sealed class WorkBudget
{
    /// <summary>Bytes written and nodes visited, for a chunk.</summary>
    public const int OfChunk = 8 << 20;

    /// <summary>Of one record, whose values are at most 64 KiB.</summary>
    public const int OfRecord = 1 << 20;

    private int _chunk = OfChunk;
    private int _record;

    public bool IsExhausted { get; private set; }

    public void BeginRecord()
    {
        _record = Math.Min(OfRecord, _chunk);
        IsExhausted = _chunk <= 0;
    }

    /// <returns>False when nothing more may be done for this record.</returns>
    public bool Spend(int work)
    {
        _chunk -= work;
        _record -= work;
        if (_record >= 0)
            return true;
        IsExhausted = true;
        return false;
    }
}
