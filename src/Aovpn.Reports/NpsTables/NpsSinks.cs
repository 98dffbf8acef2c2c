using Aovpn.Codecs.Nps;

namespace Aovpn.Reports.NpsTables;

/// <summary>Which form belongs to which name.</summary>
public static class NpsSinks
{
    /// <summary>As <c>--to</c> names them.</summary>
    public static IReadOnlyList<(string Name, NpsSinkKind Kind)> Names { get; } =
    [
        ("xlsx", NpsSinkKind.Xlsx), ("csv", NpsSinkKind.Csv), ("jsonl", NpsSinkKind.JsonLines), ("parquet", NpsSinkKind.Parquet), ("odbc", NpsSinkKind.Odbc),
        ("ias", NpsSinkKind.Ias), ("dts", NpsSinkKind.Dts),
    ];

    /// <param name="path">A file's name.</param>
    /// <returns>Null where the extension does not tell: .log and .txt may be any of NPS' three formats.</returns>
    public static NpsSinkKind? OfExtension(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".XLSX" => NpsSinkKind.Xlsx,
        ".CSV" => NpsSinkKind.Csv,
        ".JSONL" or ".NDJSON" or ".JSON" => NpsSinkKind.JsonLines,
        ".PARQUET" => NpsSinkKind.Parquet,
        ".XML" => NpsSinkKind.Dts,
        _ => null,
    };

    /// <param name="output">Written forwards only; for a workbook and Parquet it is a file.</param>
    public static INpsRecordSink Create(NpsSinkKind kind, Stream output) => kind switch
    {
        NpsSinkKind.Xlsx => new NpsTableSink(new XlsxTable(output)),
        NpsSinkKind.Parquet => new NpsTableSink(new ParquetTable(output)),
        NpsSinkKind.JsonLines => new NpsJsonLines(output),
        NpsSinkKind.Csv => new NpsCsv(output),
        NpsSinkKind.Odbc => new NpsLogSink(output, NpsLogFormat.Odbc),
        NpsSinkKind.Ias => new NpsLogSink(output, NpsLogFormat.Ias),
        _ => new NpsLogSink(output, NpsLogFormat.Dts),
    };
}
