using System.IO.Compression;
using System.Text;
using Aovpn.Cli;
using Aovpn.Tests.Cli;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Redaction;

/// <summary>Secrets among the attributes of NPS logs, in clear and in damaged lines: whichever of the commands reads them writes none.</summary>
public sealed class PlantedNpsTests : IDisposable
{
    private const string Secret = "Tr0ub4dor";

    private const string Ias = "192.0.2.10,alice,11/23/2026,08:30:41,IAS,NPS1";

    /// <summary>User-Password, CHAP-Password, Tunnel-Password, ARAP-Password, Shared-Secret, Clear-Text-Password; then lines that are none.</summary>
    private static readonly string IasLog = string.Join("\r\n", Enumerable.Repeat($"{Ias},4136,1,4142,0", 30)) + "\r\n" + string.Join("\r\n",
        new[] { 2, 3, 69, 70, 4107, 8107 }.Select(number => $"{Ias},{number},{Secret},4136,3,4142,16").Append($"{Ias},2,\"{Secret}").Append($"{Ias},password,{Secret}")) + "\r\n";

    private static readonly string DtsLog = string.Concat(Enumerable.Repeat(Dts(""), 30)) + string.Concat(
        new[] { "User-Password", "user-password", "CHAP-Password", "Tunnel-Password", "ARAP-Password", "Shared-Secret", "Clear-Text-Password", "Cleartext-Password", "MS-MPPE-Send-Key", "MS-MPPE-Recv-Key", "MS-CHAP-Response", "MS-CHAP2-Response", "MS-CHAP-CPW-2", "MS-CHAP-MPPE-Keys" }
            .Select(name => Dts($"<{name} data_type=\"1\">{Secret}</{name}>"))) + $"<Event><User-Password data_type=\"1\">{Secret}\r\n";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> Conversions =>
        [.. from log in new[] { "ias", "dts" } from format in new[] { "csv", "jsonl", "xlsx", "parquet", "odbc", "ias", "dts" } select (log, format)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Conversions))]
    public void No_conversion_holds_one(string log, string format)
    {
        var output = _folder.At($"out.{format}");
        var run = Run.Aovpn("nps", "convert", Log(log), "--to", format, "-o", output);
        Assert.Equal(ExitStatus.NothingFound, run.Status);
        Assert.True(new FileInfo(output).Length > 0);
        Assert.DoesNotContain(Secret, run.Output + run.Error + Content(output, format), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ias", "text")]
    [InlineData("ias", "json")]
    [InlineData("dts", "text")]
    [InlineData("dts", "json")]
    public void Nothing_that_is_followed_shows_one(string log, string format)
    {
        Log(log);
        var run = Run.Aovpn("nps", "tail", _folder.Path, "--once", "--from", "start", "--format", format);
        Assert.Contains("alice", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, run.Output + run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ias", "text")]
    [InlineData("ias", "json")]
    [InlineData("dts", "html")]
    [InlineData("dts", "json")]
    public void No_report_shows_one(string log, string format)
    {
        var run = Run.Aovpn("nps", "report", Log(log), "--format", format);
        Assert.NotEmpty(run.Output);
        Assert.DoesNotContain(Secret, run.Output + run.Error, StringComparison.Ordinal);
    }

    private string Log(string form)
    {
        _folder.Write("IN2611.log", form == "ias" ? IasLog : DtsLog);
        return _folder.At("IN2611.log");
    }

    private static string Dts(string attribute) =>
        $"<Event><Timestamp data_type=\"4\">11/23/2026 08:30:41.000</Timestamp><Computer-Name data_type=\"1\">NPS1</Computer-Name><Event-Source data_type=\"1\">IAS</Event-Source><User-Name data_type=\"1\">alice</User-Name>{attribute}<Packet-Type data_type=\"0\">1</Packet-Type><Reason-Code data_type=\"0\">0</Reason-Code></Event>\r\n";

    /// <summary>A workbook's parts are compressed; what Parquet holds here is not.</summary>
    private static string Content(string path, string format)
    {
        if (format != "xlsx")
            return Encoding.Latin1.GetString(File.ReadAllBytes(path));
        using var workbook = ZipFile.OpenRead(path);
        return string.Concat(workbook.Entries.Select(entry =>
        {
            using var part = new StreamReader(entry.Open());
            return part.ReadToEnd();
        }));
    }
}
