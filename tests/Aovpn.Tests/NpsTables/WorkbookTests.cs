using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Aovpn.Codecs.Nps;
using Aovpn.Reports.NpsTables;

namespace Aovpn.Tests.NpsTables;

/// <summary>The workbook, looked at as what it is: XML in a zip. LibreOffice reads it in <c>Aovpn.Scenarios.SpreadsheetTests</c>.</summary>
public sealed class WorkbookTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly string[] Headings = [.. NpsTable.Columns.Select(column => column.Heading)];

    [Fact]
    public void Cells_have_the_type_of_their_column_and_numbers_their_names()
    {
        var cells = Row(Written("\"NPS1\",\"IAS\",11/23/2026,08:30:41,3,\"alice\",,,,,,,,7,311,,,,,5,,,,11,\"Always On VPN\",16"), 2);

        Assert.Equal(("inlineStr", "Access-Reject"), Cell(cells, "Packet-Type"));
        Assert.Equal(("inlineStr", "PEAP"), Cell(cells, "Authentication-Type"));
        Assert.Equal(("n", "16"), Cell(cells, "Reason-Code"));
        Assert.Equal(("n", "7"), Cell(cells, "NAS-Port"));
        Assert.Equal(("n", "46349"), Cell(cells, "Record-Date"));
        Assert.StartsWith("46349.354641", Cell(cells, "Time").Value, StringComparison.Ordinal);
        Assert.StartsWith("0.354641", Cell(cells, "Record-Time").Value, StringComparison.Ordinal);
        Assert.NotEmpty(Cell(cells, "Reason").Value);
        Assert.Equal(Headings, Row(Written(""), 1).Select(cell => cell.Value));
    }

    [Fact]
    public void What_has_no_column_or_a_second_value_is_in_the_last_one()
    {
        var cells = Row(Written("192.0.2.10,alice,11/23/2026,08:30:41,IAS,NPS1,5,no number,79,0201,79,0D00,25,one,25,two,4136,1,4142,0"), 2);

        Assert.Equal("NAS-Port=no number; EAP-Message=0201; EAP-Message=0D00; Class=two", Cell(cells, "Other-Attributes").Value);
        Assert.Equal("one", Cell(cells, "Class").Value);
    }

    [Fact]
    public void Text_that_XML_or_Excel_would_take_for_something_else_stays_text()
    {
        using var stream = new MemoryStream();
        using (var table = new XlsxTable(stream))
        {
            var cells = new NpsCell[NpsTable.Columns.Length];
            cells[0] = NpsCell.Of("=1+1 <b> & _x0041_ \u0001 \uD83D\uDE00 \uD83D");
            cells[13] = NpsCell.Of((long?)long.MaxValue);
            table.Add(cells);
        }

        var row = Row(stream, 2);
        Assert.Equal("=1+1 <b> & _x005F_x0041_ _x0001_ \uD83D\uDE00 \uFFFD", row[0].Value);
        Assert.Equal("9223372036854775807", row[1].Value);
        Assert.All(row, cell => Assert.Equal("inlineStr", cell.Attribute("t")!.Value));
    }

    [Fact]
    public void Row_1_048_577_opens_a_second_sheet_under_the_same_heading()
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var file = File.Create(path))
            using (var table = new XlsxTable(file))
            {
                var cells = new NpsCell[NpsTable.Columns.Length];
                for (var record = 1L; record <= 1_048_576; record++)
                {
                    cells[13] = NpsCell.Of((long?)record);
                    table.Add(cells);
                }
            }

            using var zip = ZipFile.OpenRead(path);
            Assert.Equal(2, zip.Entries.Count(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)));
            using var second = zip.GetEntry("xl/worksheets/sheet2.xml")!.Open();
            var rows = XDocument.Load(second).Descendants(Main + "row").ToArray();
            Assert.Equal(["1", "2"], rows.Select(row => row.Attribute("r")!.Value));
            Assert.Equal(Headings, rows[0].Elements().Select(cell => cell.Value));
            Assert.Equal("1048576", rows[1].Value);

            using var first = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
            var end = "";
            for (var block = new char[4096]; first.ReadBlock(block) is var read and > 0;)
                end = string.Concat(end, new string(block, 0, read))[^Math.Min(end.Length + read, 8192)..];
            Assert.Contains("<row r=\"1048576\"><c r=\"N1048576\" s=\"1\"><v>1048575</v></c></row></sheetData>", end, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static MemoryStream Written(string log)
    {
        var stream = new MemoryStream();
        using (var sink = NpsSinks.Create(NpsSinkKind.Xlsx, stream))
        {
            foreach (var record in NpsLog.Read(new MemoryStream(Encoding.UTF8.GetBytes(log))).OfType<NpsRecord>())
                sink.Write("IN2611.log", record);
        }

        return stream;
    }

    private static XElement[] Row(MemoryStream workbook, int number)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook.ToArray()));
        using var sheet = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        return [.. XDocument.Load(sheet, LoadOptions.PreserveWhitespace).Descendants(Main + "row").Single(row => row.Attribute("r")!.Value == $"{number}").Elements()];
    }

    private static (string Type, string Value) Cell(XElement[] row, string heading)
    {
        var column = Array.IndexOf(Headings, heading);
        var letters = column < 26 ? $"{(char)('A' + column)}" : $"{(char)('A' + column / 26 - 1)}{(char)('A' + column % 26)}";
        var cell = row.Single(cell => cell.Attribute("r")!.Value == $"{letters}2");
        return (cell.Attribute("t")?.Value ?? "n", cell.Value);
    }
}
