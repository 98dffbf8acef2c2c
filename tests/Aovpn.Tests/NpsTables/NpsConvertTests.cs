using System.Runtime.CompilerServices;
using System.Text.Json;
using Aovpn.Cli;
using Aovpn.Codecs.Nps;
using Aovpn.Tests.Cli;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.NpsTables;

/// <summary><c>nps convert</c> over <c>tests/samples/nps</c>: one deployment in every form in which NPS logs it.</summary>
public sealed class NpsConvertTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("odbc-66-columns.log", "odbc")]
    [InlineData("odbc-60-columns.log", "odbc")]
    [InlineData("ias.log", "ias")]
    [InlineData("dts.log", "dts")]
    public void A_log_that_is_written_in_its_own_format_is_the_same_log(string file, string format) =>
        Assert.Equal(Lines(File.ReadAllText(Sample(file))), Lines(File.ReadAllText(Convert(Sample(file), "out.log", format))));

    [Theory]
    [InlineData("odbc-66-columns.log", "ias")]
    [InlineData("odbc-66-columns.log", "dts")]
    [InlineData("ias.log", "dts")]
    [InlineData("ias.log", "odbc")]
    [InlineData("dts.log", "ias")]
    [InlineData("dts.log", "odbc")]
    public void Every_attribute_that_the_other_format_has_a_place_for_is_in_it(string file, string format)
    {
        var before = Read(Sample(file));
        var after = Read(Convert(Sample(file), "out.log", format));

        Assert.Equal(54, after.Count);
        var isOdbc = format == "odbc";
        Assert.Equal(before.Select(record => Attributes(record, isOdbc)), after.Select(record => Attributes(record, isOdbc)));
    }

    [Fact]
    public void What_the_other_format_has_no_place_for_is_said()
    {
        var (status, _, error) = Run.Aovpn("nps", "convert", Sample("dts.log"), "-o", _folder.At("odbc.log"), "--to", "odbc");

        Assert.Equal(ExitStatus.NothingFound, status);
        Assert.Contains("54 records are in", error, StringComparison.Ordinal);
        Assert.Contains("SAM-Account-Name", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_with_every_delimiter_comes_through_every_format()
    {
        var name = "a \"b\", <c> & 'd'; 0x41 Ж";
        File.WriteAllText(_folder.At("in.log"), Odbc(name));
        var path = _folder.At("in.log");
        foreach (var format in (string[])["ias", "dts", "ias", "odbc", "dts", "odbc"])
            path = Convert(path, $"{Path.GetFileName(path)}.{format}", format);

        Assert.Equal(name, Assert.Single(Read(path))[NpsAttributeName.UserName]);
        Assert.Equal(Odbc(name), File.ReadAllText(path));
    }

    [Fact]
    public void Csv_has_the_heading_row_of_Microsofts_article_above_the_log()
    {
        var lines = File.ReadAllLines(Convert(Sample("odbc-66-columns.log"), "out.csv"));

        Assert.Equal(
            "ComputerName,ServiceName,Record-Date,Record-Time,Packet-Type,User-Name,Fully-Qualified-Distinguished-Name,Called-Station-ID,Calling-Station-ID,Callback-Number,Framed-IP-Address,NAS-Identifier,NAS-IP-Address,NAS-Port,Client-Vendor,Client-IP-Address,Client-Friendly-Name,Event-Timestamp,Port-Limit,NAS-Port-Type,Connect-Info,Framed-Protocol,Service-Type,Authentication-Type,Policy-Name,Reason-Code,Class,Session-Timeout,Idle-Timeout,Termination-Action,EAP-Friendly-Name,Acct-Status-Type,Acct-Delay-Time,Acct-Input-Octets,Acct-Output-Octets,Acct-Session-Id,Acct-Authentic,Acct-Session-Time,Acct-Input-Packets,Acct-Output-Packets,Acct-Terminate-Cause,Acct-Multi-Ssn-ID,Acct-Link-Count,Acct-Interim-Interval,Tunnel-Type,Tunnel-Medium-Type,Tunnel-Client-Endpt,Tunnel-Server-Endpt,Acct-Tunnel-Conn,Tunnel-Pvt-Group-ID,Tunnel-Assignment-ID,Tunnel-Preference,MS-Acct-Auth-Type,MS-Acct-EAP-Type,MS-RAS-Version,MS-RAS-Vendor,MS-CHAP-Error,MS-CHAP-Domain,MS-MPPE-Encryption-Types,MS-MPPE-Encryption-Policy,Proxy-Policy-Name,Provider-Type,Provider-Name,Remote-Server-Address,MS-RAS-Client-Name,MS-RAS-Client-Version",
            lines[0]);
        var first = File.ReadAllLines(Sample("odbc-66-columns.log"))[0];
        Assert.Equal(first, lines[1][..first.Length].TrimEnd(','));
        Assert.Equal(54, Read(_folder.At("out.csv")).Count);
    }

    [Fact]
    public void Csv_hands_no_formula_of_a_stranger_to_Excel()
    {
        File.WriteAllText(_folder.At("in.log"), Odbc("=HYPERLINK(1)") + Odbc("+49 30 1234") + Odbc("@SUM(1)") + Odbc("-2+3|cmd"));
        var text = File.ReadAllText(Convert(_folder.At("in.log"), "out.csv"));

        Assert.Contains("\"'=HYPERLINK", text, StringComparison.Ordinal);
        Assert.Contains("\"'@SUM", text, StringComparison.Ordinal);
        Assert.Contains("\"'-2+3|cmd", text, StringComparison.Ordinal);
        Assert.Contains("\"+49 30 1234\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_lines_have_every_attribute_names_of_numbers_and_the_reason_in_words()
    {
        var lines = File.ReadAllLines(Convert(Sample("ias.log"), "out.jsonl"));

        Assert.Equal(54, lines.Length);
        using var first = JsonDocument.Parse(lines[0]);
        Assert.Equal(2, first.RootElement.GetProperty("attributes").GetProperty("EAP-Message").GetArrayLength());
        Assert.Equal("Access-Request", first.RootElement.GetProperty("names").GetProperty("Packet-Type").GetString());
        Assert.Equal(1, first.RootElement.GetProperty("attributes").GetProperty("Packet-Type").GetInt32());
        var reasons = lines.Select(line => JsonDocument.Parse(line).RootElement).Where(record => record.TryGetProperty("reason", out _)).Select(record => record.GetProperty("reason"));
        Assert.Contains(reasons, reason => reason.GetProperty("code").GetInt32() == 16 && reason.GetProperty("text").GetString()!.Length > 10);
    }

    [Fact]
    public void A_folder_is_read_by_the_names_that_NPS_gives()
    {
        File.Copy(Sample("ias.log"), _folder.At("in2611.LOG"));
        File.Copy(Sample("dts.log"), _folder.At("IN2612.txt"));
        File.WriteAllText(_folder.At("readme.txt"), "not a log");

        var (status, output, error) = Run.Aovpn("nps", "convert", _folder.Path, "-o", "-", "--to", "jsonl");

        Assert.Equal((ExitStatus.NothingFound, 108, ""), (status, output.Count(letter => letter == '\n'), error));
    }

    [Theory]
    [InlineData("out.log", "does not tell what to write")]
    [InlineData("ias.log", "is one of the logs to be read")]
    [InlineData("no/such/folder/out.csv", "cannot be written")]
    public void What_cannot_be_carried_out_is_a_sentence_and_leaves_nothing(string output, string sentence)
    {
        File.Copy(Sample("ias.log"), _folder.At("ias.log"));
        var (status, _, error) = Run.Aovpn(["nps", "convert", _folder.At("ias.log"), "-o", _folder.At(output), .. output == "ias.log" ? (string[])["--to", "csv"] : []]);

        Assert.Equal(ExitStatus.Usage, status);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.Equal([_folder.At("ias.log")], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void No_password_of_a_log_comes_out()
    {
        File.WriteAllText(_folder.At("in.log"), "192.0.2.10,alice,11/23/2026,08:30:41,IAS,NPS1,2,Planted-Secret,4107,Planted-Secret,4136,1,4142,0\r\n");
        foreach (var form in (string[])["csv", "jsonl", "odbc", "ias", "dts"])
            Assert.DoesNotContain("Planted-Secret", File.ReadAllText(Convert(_folder.At("in.log"), $"out.{form}", form)), StringComparison.Ordinal);
    }

    private string Convert(string log, string output, string? format = null)
    {
        var run = Run.Aovpn(["nps", "convert", log, "-q", "-o", _folder.At(output), .. format is null ? (string[])[] : ["--to", format]]);
        Assert.Equal((ExitStatus.NothingFound, "", ""), (run.Status, run.Output, run.Error));
        return _folder.At(output);
    }

    /// <summary>Names and values without their order. The formats write date and time in different ways, and NAS-IP-Address and User-Name stand twice in an IAS line.</summary>
    private static string Attributes(NpsRecord record, bool isOdbc)
    {
        var columns = NpsAttributeTable.Columns.ToArray();
        var attributes = record.Attributes
            .Where(one => one.Name is not (NpsAttributeName.RecordDate or NpsAttributeName.RecordTime or NpsAttributeName.Timestamp) && (!isOdbc || columns.Contains(one.Name)))
            .GroupBy(one => one.Name).SelectMany(group => isOdbc || group.Key is NpsAttributeName.NasIPAddress or NpsAttributeName.UserName ? group.Take(1) : group);
        return string.Join('\n', attributes.Select(one => $"{one.Name}={one.Value}").Order(StringComparer.Ordinal));
    }

    private static List<NpsRecord> Read(string path)
    {
        using var log = File.OpenRead(path);
        return [.. NpsLog.Read(log).Select(Assert.IsType<NpsRecord>)];
    }

    private static string Odbc(string user) => $"\"NPS1\",\"IAS\",11/23/2026,10:00:00,1,\"{user.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\r\n";

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    private static string Sample(string name, [CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "samples", "nps", name));
}
