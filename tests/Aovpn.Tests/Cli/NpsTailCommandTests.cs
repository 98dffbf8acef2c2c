using System.Runtime.CompilerServices;
using System.Text.Json;
using Aovpn.Cli;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Cli;

public sealed class NpsTailCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("odbc-66-columns.log")]
    [InlineData("ias.log")]
    [InlineData("dts.log")]
    public void Each_record_is_a_line_with_its_reason_in_words(string sample)
    {
        _folder.Write("IN2611.log", File.ReadAllBytes(Sample(sample)));
        var run = Run.Aovpn("nps", "tail", _folder.Path, "--once", "--from", "start");

        Assert.Equal((ExitStatus.NothingFound, ""), (run.Status, run.Error));
        Assert.Equal(54, run.Output.Count(letter => letter == '\n'));
        Assert.Contains("2026-11-23 08:51:25  Access-Reject ", run.Output, StringComparison.Ordinal);
        Assert.Contains("reason 16 ", run.Output, StringComparison.Ordinal);
        Assert.Contains("Accounting Stop", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_every_attribute_and_the_line()
    {
        _folder.Write("IN2611.log", File.ReadAllText(Sample("ias.log")) + "what is this\r\n");
        var lines = Run.Aovpn("nps", "tail", _folder.Path, "--once", "--from", "start", "--format", "json").Output.TrimEnd('\n').Split('\n');

        using var first = JsonDocument.Parse(lines[0]);
        using var last = JsonDocument.Parse(lines[^1]);
        Assert.Equal(("IN2611.log", 1), (first.RootElement.GetProperty("file").GetString(), first.RootElement.GetProperty("line").GetInt32()));
        Assert.Equal("alice@corp.example", first.RootElement.GetProperty("attributes").GetProperty("User-Name").GetString());
        Assert.Equal(("not-a-record", 55), (last.RootElement.GetProperty("notRead").GetString(), last.RootElement.GetProperty("line").GetInt32()));
    }

    [Fact]
    public void A_run_goes_on_where_the_last_one_ended()
    {
        var lines = File.ReadAllLines(Sample("odbc-66-columns.log"));
        _folder.Write("IN2611.log", string.Join("\r\n", lines[..20]) + "\r\n");
        Run.Aovpn("nps", "tail", _folder.Path, "--once", "-o", _folder.At("decoded.jsonl"), "--format", "json");
        File.AppendAllText(_folder.At("IN2611.log"), string.Join("\r\n", lines[20..]) + "\r\n");
        Run.Aovpn("nps", "tail", _folder.Path, "--once", "-o", _folder.At("decoded.jsonl"), "--format", "json");
        Run.Aovpn("nps", "tail", _folder.Path, "--once", "-o", _folder.At("decoded.jsonl"), "--format", "json");

        Assert.Equal(Enumerable.Range(1, 54), File.ReadAllLines(_folder.At("decoded.jsonl")).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("line").GetInt32()));
    }

    [Fact]
    public void Without_an_output_only_what_comes_now_is_shown()
    {
        _folder.Write("IN2611.log", File.ReadAllBytes(Sample("ias.log")));

        Assert.Equal("", Run.Aovpn("nps", "tail", _folder.Path, "--once").Output);
    }

    [Fact]
    public void A_name_with_control_characters_steers_no_terminal()
    {
        _folder.Write("IN2611.log", "192.0.2.10,ali\u001b[31mce,11/23/2026,08:30:41,IAS,NPS1,4136,1,4142,0\r\n");

        Assert.DoesNotContain('\u001b', Run.Aovpn("nps", "tail", _folder.Path, "--once", "--from", "start").Output);
    }

    [Theory]
    [InlineData("does not exist", "no/such/folder/IN1.log")]
    [InlineData("standard input cannot be followed", "-")]
    public void What_cannot_be_followed_is_a_sentence(string sentence, string log)
    {
        var (status, _, error) = Run.Aovpn("nps", "tail", log == "-" ? log : _folder.At(log), "--once");

        Assert.Equal(ExitStatus.Usage, status);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_output_is_not_one_of_the_logs() =>
        Assert.Contains("would be one of the logs", Run.Aovpn("nps", "tail", _folder.Path, "--once", "-o", _folder.At("INout.txt")).Error, StringComparison.Ordinal);

    private static string Sample(string name, [CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "samples", "nps", name));
}
