using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Aovpn.Reports.NpsTables;

/// <summary>What a workbook holds besides its sheets.</summary>
internal static class XlsxParts
{
    public const int NumberStyle = 1, DateStyle = 2, TimeStyle = 3, MomentStyle = 4, HeadingStyle = 5;

    private const string Prolog = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string OfficeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string SpreadsheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private const string Styles = $"""
        {Prolog}<styleSheet xmlns="{Main}"><numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="[hh]:mm:ss"/><numFmt numFmtId="166" formatCode="yyyy\-mm\-dd\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="166" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>
        """;

    /// <param name="sheets">Their numbers, from 1.</param>
    public static void Write(ZipArchive zip, int[] sheets)
    {
        Part(zip, "xl/styles.xml", Styles);
        Part(zip, "xl/workbook.xml", $"""
            {Prolog}<workbook xmlns="{Main}" xmlns:r="{OfficeRelationships}"><sheets>{Each(sheets, number => $"""<sheet name="NPS{(number == "1" ? "" : $" {number}")}" sheetId="{number}" r:id="rId{number}"/>""")}</sheets></workbook>
            """);
        Part(zip, "xl/_rels/workbook.xml.rels", Relationships(
            $"""{Each(sheets, number => $"""<Relationship Id="rId{number}" Type="{OfficeRelationships}/worksheet" Target="worksheets/sheet{number}.xml"/>""")}<Relationship Id="styles" Type="{OfficeRelationships}/styles" Target="styles.xml"/>"""));
        Part(zip, "_rels/.rels", Relationships($"""<Relationship Id="rId1" Type="{OfficeRelationships}/officeDocument" Target="xl/workbook.xml"/>"""));
        Part(zip, "[Content_Types].xml", $"""
            {Prolog}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{SpreadsheetType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{SpreadsheetType}.styles+xml"/>{Each(sheets, number => $"""<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{SpreadsheetType}.worksheet+xml"/>""")}</Types>
            """);
    }

    private static string Relationships(string each) =>
        $"""{Prolog}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{each}</Relationships>""";

    private static string Each(int[] sheets, Func<string, string> one) => string.Concat(sheets.Select(number => one(number.ToString(CultureInfo.InvariantCulture))));

    private static void Part(ZipArchive zip, string name, string text)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }
}
