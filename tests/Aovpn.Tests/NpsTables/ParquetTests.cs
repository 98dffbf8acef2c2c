using System.Globalization;
using System.Text;
using Aovpn.Codecs.Nps;
using Aovpn.Reports.NpsTables;
using Parquet;
using Parquet.Schema;

namespace Aovpn.Tests.NpsTables;

/// <summary>Parquet.Net, which others wrote, reads what is written.</summary>
public sealed class ParquetTests
{
    [Fact]
    public async Task Every_cell_of_every_row_group_is_read_back()
    {
        var log = new StringBuilder();
        for (var record = 0; record < 40_000; record++)
            log.Append(CultureInfo.InvariantCulture, $"\"NPS1\",\"IAS\",11/23/2026,{record / 3600 % 24:00}:{record / 60 % 60:00}:{record % 60:00},{(record % 3 == 0 ? 3 : 2)},\"user{record} Ж\",,,,,,,,{(record % 2 == 0 ? record : "")},311,,,,,,,,,,,{(record % 3 == 0 ? 16 : 0)}\r\n");
        var records = NpsLog.Read(new MemoryStream(Encoding.UTF8.GetBytes(log.ToString()))).Cast<NpsRecord>().ToArray();
        using var stream = new MemoryStream();
        using (var sink = NpsSinks.Create(NpsSinkKind.Parquet, stream))
        {
            foreach (var record in records)
                sink.Write("IN2611.log", record);
        }

        var columns = await Read(stream);

        var table = new NpsTable();
        for (var at = 0; at < records.Length; at++)
        {
            var row = table.Row(records[at]).ToArray();
            for (var column = 0; column < row.Length; column++)
                Assert.Equal(Expected(NpsTable.Columns[column].Kind, row[column]), columns[column][at]);
        }
    }

    [Fact]
    public async Task A_table_without_a_row_is_a_file_too()
    {
        using var stream = new MemoryStream();
        NpsSinks.Create(NpsSinkKind.Parquet, stream).Dispose();

        Assert.All(await Read(stream), Assert.Empty);
    }

    private static object? Expected(NpsColumnKind kind, NpsCell cell) => kind switch
    {
        NpsColumnKind.Number => cell.Number,
        NpsColumnKind.Date => cell.Time is { } day ? day.Date : null,
        NpsColumnKind.TimeOfDay => cell.Time is { } time ? TimeOnly.FromDateTime(time).ToTimeSpan() : null,
        NpsColumnKind.Moment => cell.Time,
        _ => cell.Text,
    };

    private static async Task<List<object?>[]> Read(Stream stream)
    {
        stream.Position = 0;
        await using var reader = await ParquetReader.CreateAsync(stream, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(NpsTable.Columns.Select(column => column.Heading), reader.Schema.DataFields.Select(field => field.Name));
        var columns = reader.Schema.DataFields.Select(_ => new List<object?>()).ToArray();
        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            using var rows = reader.OpenRowGroupReader(group);
            for (var column = 0; column < columns.Length; column++)
                columns[column].AddRange(await Values(rows, reader.Schema.DataFields[column], NpsTable.Columns[column].Kind));
        }

        return columns;
    }

    /// <summary>Parquet.Net hands local times out as the numbers that they are stored as.</summary>
    private static async Task<IEnumerable<object?>> Values(ParquetRowGroupReader rows, DataField field, NpsColumnKind kind)
    {
        switch (kind)
        {
            case NpsColumnKind.Number:
                return await Values<long>(rows, field, number => number);
            case NpsColumnKind.Date:
                return await Values<DateTime>(rows, field, day => day);
            case NpsColumnKind.TimeOfDay:
                return await Values<int>(rows, field, time => TimeSpan.FromMilliseconds(time));
            case NpsColumnKind.Moment when field.ClrType == typeof(long):
                return await Values<long>(rows, field, time => DateTime.UnixEpoch.AddMilliseconds(time));
            case NpsColumnKind.Moment:
                return await Values<DateTime>(rows, field, time => time);
        }

        var texts = new string?[rows.RowCount];
        await rows.ReadAsync(field, texts.AsMemory(), null, TestContext.Current.CancellationToken);
        return texts;
    }

    private static async Task<IEnumerable<object?>> Values<T>(ParquetRowGroupReader rows, DataField field, Func<T, object> meant)
        where T : struct
    {
        var values = new T?[rows.RowCount];
        await rows.ReadAsync<T>(field, values.AsMemory(), null, TestContext.Current.CancellationToken);
        return values.Select(value => value is { } known ? meant(known) : null);
    }
}
