namespace Aovpn.Codecs.Nps;

/// <summary>
/// Stands at the records that were asked last, of each thread: most records that are kept are never looked at again, and none is taken apart for that.
/// There are two, since an answer is asked together with its request.
/// </summary>
internal sealed class NpsRecordRows
{
    [ThreadStatic]
    private static NpsRecordRows? mine;

    private readonly NpsRowReader[] _readers = [new(), new()];
    private readonly NpsRecord?[] _at = [null, null];
    private int _last;

    /// <returns>Where the attributes are; null for a record that was handed back.</returns>
    public static NpsRow? Of(NpsRecord record, byte[] bytes) => bytes.Length == 0 ? null : (mine ??= new()).Find(record, bytes);

    private NpsRow? Find(NpsRecord record, byte[] bytes)
    {
        if (!ReferenceEquals(_at[_last], record))
        {
            _last = 1 - _last;
            if (!ReferenceEquals(_at[_last], record))
                return Begin(record, bytes);
        }

        return _readers[_last].Row;
    }

    /// <summary>It was read before, so that it can be read.</summary>
    private NpsRow? Begin(NpsRecord record, byte[] bytes)
    {
        var reader = _readers[_last];
        _at[_last] = null;
        reader.Begin(new() { Bytes = bytes, Length = record.Length, Line = 1 });
        if (!reader.MoveNext() || reader.Damage is not null)
            return null;
        _at[_last] = record;
        return reader.Row;
    }
}
