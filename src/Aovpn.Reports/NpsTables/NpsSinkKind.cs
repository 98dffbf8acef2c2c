namespace Aovpn.Reports.NpsTables;

/// <summary>The forms that <c>nps convert</c> writes.</summary>
public enum NpsSinkKind
{
    /// <summary>A workbook for Excel, LibreOffice: typed cells, names instead of numbers.</summary>
    Xlsx,

    /// <summary>The database-compatible format under its heading row.</summary>
    Csv,

    /// <summary>One object a line, every attribute by name.</summary>
    JsonLines,

    /// <summary>Apache Parquet, with the columns of the workbook.</summary>
    Parquet,

    Odbc,

    Ias,

    Dts,
}
