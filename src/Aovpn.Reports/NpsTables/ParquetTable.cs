using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Aovpn.Reports.NpsTables;

/// <summary>
/// A Parquet file of one table without nesting: optional columns, plain encoding, gzip, a page for each column and row group. A row group is closed
/// at <see cref="MostRows"/> rows or <see cref="MostBytes"/>, which bounds what is held.
/// </summary>
/// <remarks>Numbers of types, encodings and fields: parquet.thrift of Apache Parquet's format 2.x.</remarks>
internal sealed class ParquetTable : ITableFile
{
    private const int MostRows = 32 * 1024, MostBytes = 32 * 1024 * 1024;

    private const int Int32Type = 1, Int64Type = 2, ByteArrayType = 6;
    private const int Plain = 0, RunLength = 3, Gzip = 2, Optional = 1;

    private readonly Stream _output;
    private readonly ImmutableArray<ParquetColumn> _columns = [.. NpsTable.Columns.Select(column => new ParquetColumn(column))];
    private readonly List<RowGroup> _groups = [];
    private long _position;

    public ParquetTable(Stream output)
    {
        _output = output;
        Write("PAR1"u8);
    }

    private sealed record Chunk(NpsColumn Column, long Offset, int Values, int Nulls, long Uncompressed, long Compressed);

    private sealed record RowGroup(long Rows, ImmutableArray<Chunk> Chunks);

    public void Add(ReadOnlySpan<NpsCell> cells)
    {
        var size = 0;
        for (var column = 0; column < cells.Length; column++)
        {
            _columns[column].Add(cells[column]);
            size += _columns[column].Size;
        }

        if (_columns[0].Rows >= MostRows || size >= MostBytes)
            CloseGroup();
    }

    public void Dispose()
    {
        if (_columns[0].Rows > 0)
            CloseGroup();
        var footer = new ArrayBufferWriter<byte>();
        Footer(new(footer));
        Write(footer.WrittenSpan);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, footer.WrittenCount);
        Write(length);
        Write("PAR1"u8);
    }

    private void CloseGroup()
    {
        var rows = _columns[0].Rows;
        _groups.Add(new(rows, [.. _columns.Select(WriteChunk)]));
    }

    private Chunk WriteChunk(ParquetColumn column)
    {
        var (values, nulls, offset) = (column.Rows, column.Nulls, _position);
        var (page, uncompressed) = column.Page();
        var header = new ArrayBufferWriter<byte>();
        var thrift = new ThriftCompact(header);
        thrift.Struct(() =>
        {
            thrift.Int32(1, 0); // DATA_PAGE
            thrift.Int32(2, uncompressed);
            thrift.Int32(3, page.Length);
            thrift.Struct(5, () =>
            {
                thrift.Int32(1, values);
                thrift.Int32(2, Plain);
                thrift.Int32(3, RunLength);
                thrift.Int32(4, RunLength);
            });
        });
        Write(header.WrittenSpan);
        Write(page);
        return new(column.Column, offset, values, nulls, header.WrittenCount + uncompressed, header.WrittenCount + page.Length);
    }

    private void Footer(ThriftCompact thrift) => thrift.Struct(() =>
    {
        thrift.Int32(1, 1);
        thrift.Structs(2, [null, .. NpsTable.Columns], column => Schema(thrift, column));
        thrift.Int64(3, _groups.Sum(group => group.Rows));
        thrift.Structs(4, _groups, group =>
        {
            thrift.Structs(1, group.Chunks, chunk => OfChunk(thrift, chunk));
            thrift.Int64(2, group.Chunks.Sum(chunk => chunk.Uncompressed));
            thrift.Int64(3, group.Rows);
        });
        thrift.Text(6, "aovpn");
    });

    private static void Schema(ThriftCompact thrift, NpsColumn? column)
    {
        if (column is null)
        {
            thrift.Text(4, "nps");
            thrift.Int32(5, NpsTable.Columns.Length);
            return;
        }

        thrift.Int32(1, Type(column.Kind));
        thrift.Int32(3, Optional);
        thrift.Text(4, column.Heading);
        switch (column.Kind)
        {
            case NpsColumnKind.Text:
                thrift.Int32(6, 0); // UTF8
                thrift.Struct(10, () => thrift.Struct(1, () => { }));
                break;
            case NpsColumnKind.Date:
                thrift.Int32(6, 6);
                thrift.Struct(10, () => thrift.Struct(6, () => { }));
                break;
            // The server's clock, whose offset no log names: not adjusted to UTC, which only the logical type can say.
            case NpsColumnKind.TimeOfDay:
                thrift.Struct(10, () => thrift.Struct(7, () => Milliseconds(thrift)));
                break;
            case NpsColumnKind.Moment:
                thrift.Struct(10, () => thrift.Struct(8, () => Milliseconds(thrift)));
                break;
        }
    }

    private static void Milliseconds(ThriftCompact thrift)
    {
        thrift.Bool(1, false);
        thrift.Struct(2, () => thrift.Struct(1, () => { }));
    }

    private static void OfChunk(ThriftCompact thrift, Chunk chunk)
    {
        thrift.Int64(2, chunk.Offset);
        thrift.Struct(3, () =>
        {
            thrift.Int32(1, Type(chunk.Column.Kind));
            thrift.Int32s(2, Plain, RunLength);
            thrift.Texts(3, chunk.Column.Heading);
            thrift.Int32(4, Gzip);
            thrift.Int64(5, chunk.Values);
            thrift.Int64(6, chunk.Uncompressed);
            thrift.Int64(7, chunk.Compressed);
            thrift.Int64(9, chunk.Offset);
            thrift.Struct(12, () => thrift.Int64(3, chunk.Nulls));
        });
    }

    private static int Type(NpsColumnKind kind) => kind switch
    {
        NpsColumnKind.Number or NpsColumnKind.Moment => Int64Type,
        NpsColumnKind.Date or NpsColumnKind.TimeOfDay => Int32Type,
        _ => ByteArrayType,
    };

    private void Write(ReadOnlySpan<byte> bytes)
    {
        _output.Write(bytes);
        _position += bytes.Length;
    }
}
