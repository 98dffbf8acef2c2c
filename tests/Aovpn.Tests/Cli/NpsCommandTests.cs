using System.Runtime.CompilerServices;
using System.Text.Json;
using Aovpn.Cli;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Cli;

public sealed class NpsCommandTests
{
    [Fact]
    public void A_report_names_reason_user_and_client()
    {
        var (status, output, error) = Run.Aovpn("nps", "report", Sample("odbc-66-columns.log"));

        Assert.Equal((ExitStatus.NothingFound, ""), (status, error));
        Assert.Contains("2 accepted, 11 rejected", output, StringComparison.Ordinal);
        Assert.Contains("VPN1, Frankfurt (192.0.2.10)", output, StringComparison.Ordinal);
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, 100));
    }

    [Fact]
    public void Json_has_the_same_counts()
    {
        using var document = JsonDocument.Parse(Run.Aovpn("nps", "report", Sample("dts.log"), "--format", "json").Output);

        Assert.Equal("aovpn.nps-report/1", document.RootElement.GetProperty("schema").GetString());
        Assert.Equal(11, document.RootElement.GetProperty("vpn").GetProperty("rejected").GetInt32());
        Assert.Equal(16, document.RootElement.GetProperty("reasons")[0].GetProperty("code").GetInt32());
        Assert.Equal(24, document.RootElement.GetProperty("byHour").GetArrayLength());
    }

    [Fact]
    public void Damage_is_said_and_standard_input_is_read()
    {
        var log = File.ReadAllText(Sample("ias.log")) + "\r\nwhat is this\r\n";
        var (status, output, _) = Run.With(log, 100, "nps", "report", "-");

        Assert.Equal(ExitStatus.NothingFound, status);
        Assert.Contains("Not read: 1 place, at - line 5", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_that_was_saved_as_UTF_16_is_read()
    {
        var copy = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(copy, File.ReadAllText(Sample("ias.log")), System.Text.Encoding.Unicode);
        try
        {
            Assert.Contains("2 accepted, 11 rejected", Run.Aovpn("nps", "report", copy).Output, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    [Fact]
    public void Logs_in_different_formats_are_one_report()
    {
        var (status, output, error) = Run.Aovpn("nps", "report", Sample("odbc-66-columns.log"), Sample("ias.log"), Sample("dts.log"));

        Assert.Equal((ExitStatus.NothingFound, ""), (status, error));
        Assert.Contains("6 accepted, 33 rejected", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_reported_into_a_file_whose_name_says_the_form()
    {
        using var folder = new TemporaryFolder();
        folder.Write("IN2611.log", File.ReadAllBytes(Sample("odbc-66-columns.log")));
        folder.Write("in2612.TXT", File.ReadAllBytes(Sample("ias.log")));
        folder.Write("setup.log", "nothing of NPS");

        var (status, output, error) = Run.Aovpn("nps", "report", folder.Path, "-o", folder.At("refused.html"));
        Assert.Equal((ExitStatus.NothingFound, ""), (status, output));
        Assert.Contains("the report is in", error, StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(folder.At("refused.html")), StringComparison.Ordinal);
        Assert.Equal("", Run.Aovpn("nps", "report", folder.Path, "-q", "-o", folder.At("refused.json")).Error);
        using var json = JsonDocument.Parse(File.ReadAllText(folder.At("refused.json")));
        Assert.Equal((108, 2), (json.RootElement.GetProperty("records").GetInt32(), json.RootElement.GetProperty("files").GetArrayLength()));
    }

    [Theory]
    [InlineData("nps", "report", "no-such.log")]
    [InlineData("nps", "report", "-")]
    [InlineData("nps", "report", "-", "--reason", "sixteen")]
    [InlineData("nps", "report", "-", "--since", "yesterday")]
    [InlineData("nps", "report", "-", "--since", "2026-11-22T10:15:00+01:00")]
    public void What_cannot_be_carried_out_is_a_sentence(params string[] arguments)
    {
        var (status, output, error) = Run.With("nothing of NPS\n", 100, arguments);

        Assert.Equal((ExitStatus.Usage, ""), (status, output));
        Assert.StartsWith("aovpn: ", error, StringComparison.Ordinal);
    }

    private static string Sample(string name, [CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "samples", "nps", name));
}
