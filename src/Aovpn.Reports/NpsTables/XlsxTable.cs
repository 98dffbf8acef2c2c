using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Aovpn.Reports.NpsTables;

/// <summary>
/// A workbook (ECMA-376), written row by row in fixed memory. A sheet is full at 1,048,576 rows; the next one opens, under the same heading row.
/// Text stands in the cells, not in a table of shared strings, which would have to be held.
/// </summary>
public sealed class XlsxTable : ITableFile
{
    /// <summary>Rows of a sheet, the heading included.</summary>
    public const int MostRows = 1_048_576;

    /// <summary>Characters of a cell.</summary>
    private const int MostCharacters = 32_767;

    private static readonly DateTime FirstDay = new(1900, 3, 1);
    private static readonly string[] References = [.. Enumerable.Range(0, NpsTable.Columns.Length).Select(Letters)];

    private readonly ZipArchive _zip;
    private readonly int _mostRows;
    private StreamWriter? _sheet;
    private int _sheets, _row;

    public XlsxTable(Stream output, int mostRows = MostRows)
    {
        _mostRows = mostRows;
        _zip = new(output, ZipArchiveMode.Create, leaveOpen: true);
        OpenSheet();
    }

    public void Add(ReadOnlySpan<NpsCell> cells)
    {
        if (_row == _mostRows)
        {
            CloseSheet();
            OpenSheet();
        }

        BeginRow();
        for (var column = 0; column < cells.Length; column++)
        {
            if (!cells[column].IsEmpty)
                Cell(column, cells[column]);
        }

        _sheet!.Write("</row>");
    }

    public void Dispose()
    {
        CloseSheet();
        var numbers = Enumerable.Range(1, _sheets).ToArray();
        XlsxParts.Write(_zip, numbers);
        _zip.Dispose();
    }

    private void OpenSheet()
    {
        _sheets++;
        _row = 0;
        _sheet = new(_zip.CreateEntry($"xl/worksheets/sheet{_sheets.ToString(CultureInfo.InvariantCulture)}.xml", CompressionLevel.Fastest).Open(), new UTF8Encoding(false), 64 * 1024);
        _sheet.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">""");
        _sheet.Write("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>""");
        for (var column = 0; column < NpsTable.Columns.Length; column++)
            _sheet.Write(string.Create(CultureInfo.InvariantCulture, $"""<col min="{column + 1}" max="{column + 1}" width="{Width(NpsTable.Columns[column])}" customWidth="1"/>"""));
        _sheet.Write("</cols><sheetData>");
        BeginRow();
        for (var column = 0; column < NpsTable.Columns.Length; column++)
            Text(column, NpsTable.Columns[column].Heading, XlsxParts.HeadingStyle);
        _sheet.Write("</row>");
    }

    private void CloseSheet()
    {
        _sheet!.Write(string.Create(CultureInfo.InvariantCulture, $"""</sheetData><autoFilter ref="A1:{References[^1]}{_row}"/></worksheet>"""));
        _sheet.Dispose();
    }

    private void BeginRow()
    {
        _row++;
        _sheet!.Write("<row r=\"");
        Write(_row);
        _sheet.Write("\">");
    }

    private void Cell(int column, in NpsCell cell)
    {
        var kind = NpsTable.Columns[column].Kind;
        if (cell.Number is { } number)
            Number(column, number);
        else if (cell.Time is { } time && time >= FirstDay)
            Time(column, time, kind);
        else if ((cell.Text ?? cell.Time?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)) is { Length: > 0 } text)
            Text(column, text, style: 0);
    }

    private void Number(int column, long number)
    {
        // Excel computes with doubles: what does not fit into one stays text.
        if (Math.Abs((double)number) > 1L << 53)
        {
            Text(column, number.ToString(CultureInfo.InvariantCulture), style: 0);
            return;
        }

        Begin(column, XlsxParts.NumberStyle);
        _sheet!.Write("\"><v>");
        Write(number);
        _sheet.Write("</v></c>");
    }

    private void Time(int column, DateTime time, NpsColumnKind kind)
    {
        var (days, style) = kind switch
        {
            NpsColumnKind.Date => (time.Date.ToOADate(), XlsxParts.DateStyle),
            NpsColumnKind.TimeOfDay => (time.TimeOfDay.TotalDays, XlsxParts.TimeStyle),
            _ => (time.ToOADate(), XlsxParts.MomentStyle),
        };
        Begin(column, style);
        _sheet!.Write("\"><v>");
        Write(days);
        _sheet.Write("</v></c>");
    }

    private void Text(int column, string text, int style)
    {
        Begin(column, style);
        _sheet!.Write("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        XlsxText.Write(_sheet, text.AsSpan(0, Math.Min(text.Length, MostCharacters)));
        _sheet.Write("</t></is></c>");
    }

    private void Begin(int column, int style)
    {
        _sheet!.Write("<c r=\"");
        _sheet.Write(References[column]);
        Write(_row);
        if (style == 0)
            return;
        _sheet.Write("\" s=\"");
        Write(style);
    }

    private void Write<T>(T number)
        where T : ISpanFormattable
    {
        Span<char> digits = stackalloc char[32];
        number.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        _sheet!.Write(digits[..length]);
    }

    private static int Width(NpsColumn column) => column.Kind switch
    {
        NpsColumnKind.Moment => 20,
        NpsColumnKind.Date or NpsColumnKind.TimeOfDay => 12,
        NpsColumnKind.Number => Math.Max(10, column.Heading.Length + 3),
        _ => Math.Max(18, column.Heading.Length + 3),
    };

    /// <summary>0 is A, 26 is AA.</summary>
    private static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters(column / 26 - 1) + (char)('A' + column % 26);
}
