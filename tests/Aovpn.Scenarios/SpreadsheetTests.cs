using System.Diagnostics;
using System.Globalization;
using System.Text;
using Aovpn.Codecs.Nps;
using Aovpn.Reports.NpsTables;

namespace Aovpn.Scenarios;

/// <summary>LibreOffice, which others wrote, opens the workbook and shows what the log says. AOVPN_WORKBOOK_MB sets the log's size.</summary>
public sealed class SpreadsheetTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aovpn-workbook-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void LibreOffice_shows_the_same_rows()
    {
        var (log, workbook) = (At("IN2611.log"), At("nps.xlsx"));
        Write(log, int.Parse(Environment.GetEnvironmentVariable("AOVPN_WORKBOOK_MB") ?? "2", CultureInfo.InvariantCulture) << 20);
        Assert.Equal(0, TheProgram.Run("nps", "convert", log, "-q", "-o", workbook).ExitStatus);

        // Every sheet as CSV: comma, quotation mark, UTF-8, as shown.
        LibreOffice("--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", "--outdir", _folder.FullName, workbook);

        using var shown = new StreamReader(At("nps-NPS.csv"));
        Assert.Equal(NpsTable.Columns.Select(column => column.Heading), Row(shown));
        using var bytes = File.OpenRead(log);
        var table = new NpsTable();
        var rows = 0;
        foreach (var record in NpsLog.Read(bytes).Cast<NpsRecord>())
        {
            rows++;
            Assert.Equal(Shown(table.Row(record)), Row(shown));
        }

        Assert.Null(Row(shown));
        Assert.True(rows > 5_000);
    }

    /// <summary>Cells as a spreadsheet shows them.</summary>
    private static string[] Shown(ReadOnlySpan<NpsCell> cells)
    {
        var shown = new string[cells.Length];
        for (var column = 0; column < cells.Length; column++)
        {
            shown[column] = NpsTable.Columns[column].Kind switch
            {
                NpsColumnKind.Number => cells[column].Number?.ToString(CultureInfo.InvariantCulture) ?? "",
                NpsColumnKind.Date => $"{cells[column].Time:yyyy-MM-dd}",
                NpsColumnKind.TimeOfDay => $"{cells[column].Time:HH:mm:ss}",
                NpsColumnKind.Moment => $"{cells[column].Time:yyyy-MM-dd HH:mm:ss}",
                _ => cells[column].Text ?? "",
            };
        }

        return shown;
    }

    /// <summary>The next row (RFC 4180); null at the end.</summary>
    private static string[]? Row(TextReader csv)
    {
        if (csv.Peek() < 0)
            return null;
        var (row, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        while (csv.Read() is var next and >= 0)
        {
            switch ((char)next)
            {
                case '"' when isQuoted && csv.Peek() == '"':
                    cell.Append((char)csv.Read());
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case ',' when !isQuoted:
                    row.Add(cell.ToString());
                    cell.Clear();
                    break;
                case '\n' when !isQuoted:
                    return [.. row, cell.ToString()];
                case '\r' when !isQuoted:
                    break;
                default:
                    cell.Append((char)next);
                    break;
            }
        }

        return [.. row, cell.ToString()];
    }

    private static void Write(string path, long length)
    {
        using var log = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var maker = new NpsLogMaker(seed: 1);
        for (long written = 0; written < length;)
        {
            var line = maker.Line();
            log.Write(line);
            written += line.Length;
        }
    }

    /// <summary>With a profile of its own, so that another one that runs is not asked to do it.</summary>
    private void LibreOffice(params string[] arguments)
    {
        const string Program = "/usr/bin/soffice";
        Assert.True(File.Exists(Program), "LibreOffice Calc is missing: dotnet run dev.cs -- test installs it");
        var start = new ProcessStartInfo(Program, ["--headless", "--norestore", $"-env:UserInstallation=file://{At("profile")}", .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, said.Result);
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);
}
