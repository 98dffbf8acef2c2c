using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Aovpn.Reports.NpsTables;

/// <summary>One column of a row group while it is filled: values in Parquet's plain encoding, and which rows have one.</summary>
internal sealed class ParquetColumn(NpsColumn column)
{
    private readonly ArrayBufferWriter<byte> _values = new();
    private readonly List<bool> _isThere = [];

    public NpsColumn Column => column;

    public int Rows => _isThere.Count;

    public int Size => _values.WrittenCount;

    public int Nulls { get; private set; }

    public void Add(in NpsCell cell)
    {
        _isThere.Add(!cell.IsEmpty);
        if (cell.IsEmpty)
        {
            Nulls++;
            return;
        }

        switch (column.Kind)
        {
            case NpsColumnKind.Number:
                BinaryPrimitives.WriteInt64LittleEndian(Take(8), cell.Number ?? 0);
                break;
            case NpsColumnKind.Date:
                BinaryPrimitives.WriteInt32LittleEndian(Take(4), (int)(cell.Time!.Value.Date - DateTime.UnixEpoch).TotalDays);
                break;
            case NpsColumnKind.TimeOfDay:
                BinaryPrimitives.WriteInt32LittleEndian(Take(4), (int)cell.Time!.Value.TimeOfDay.TotalMilliseconds);
                break;
            case NpsColumnKind.Moment:
                BinaryPrimitives.WriteInt64LittleEndian(Take(8), (cell.Time!.Value.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond);
                break;
            default:
                var text = cell.Text ?? "";
                BinaryPrimitives.WriteInt32LittleEndian(Take(4), Encoding.UTF8.GetByteCount(text));
                Encoding.UTF8.GetBytes(text, _values);
                break;
        }
    }

    /// <summary>The body of a data page (version 1), compressed; empties the column.</summary>
    /// <returns>The page's bytes and their length before compression.</returns>
    public (byte[] Bytes, int Uncompressed) Page()
    {
        var body = new ArrayBufferWriter<byte>(_values.WrittenCount + _isThere.Count / 4 + 16);
        Levels(body);
        body.Write(_values.WrittenSpan);
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(body.WrittenSpan);
        _values.ResetWrittenCount();
        _isThere.Clear();
        Nulls = 0;
        return (compressed.ToArray(), body.WrittenCount);
    }

    /// <summary>Definition levels of one bit, as runs: the length of the whole, then for each run twice its length and the level.</summary>
    private void Levels(ArrayBufferWriter<byte> body)
    {
        var runs = new ArrayBufferWriter<byte>();
        for (var from = 0; from < _isThere.Count;)
        {
            var to = from + 1;
            while (to < _isThere.Count && _isThere[to] == _isThere[from])
                to++;
            var header = (uint)(to - from) << 1;
            for (; header >= 0x80; header >>= 7)
                runs.Write([(byte)(header | 0x80)]);
            runs.Write([(byte)header, (byte)(_isThere[from] ? 1 : 0)]);
            from = to;
        }

        BinaryPrimitives.WriteInt32LittleEndian(body.GetSpan(4), runs.WrittenCount);
        body.Advance(4);
        body.Write(runs.WrittenSpan);
    }

    private Span<byte> Take(int length)
    {
        var span = _values.GetSpan(length)[..length];
        _values.Advance(length);
        return span;
    }
}
