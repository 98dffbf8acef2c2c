using System.Text.Json;
using Aovpn.Cli;

namespace Aovpn.Tests.Cli;

/// <summary><c>aovpn probe</c> for monitoring: lists of gateways, and one gateway again and again, against a lab on loopback.</summary>
public sealed class MonitoringTests
{
    [Fact]
    public async Task A_list_is_asked_on_both_ports()
    {
        await using var lab = await RunningLab.StartAsync([]);
        var run = Live("127.0.0.1  # the lab\n\n127.0.0.1\n", "probe", "--targets", "-", "--port", After(lab, "--port"), "--port-4500", After(lab, "--port-4500"), "--format", "json");

        Assert.Equal((ExitStatus.NothingFound, ""), (run.Status, run.Error));
        var state = JsonDocument.Parse(Assert.Single(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))).RootElement;
        Assert.Equal([500, 4500], state.GetProperty("ports").EnumerateArray().Select(port => port.GetProperty("port").GetInt32()));
        Assert.All(state.GetProperty("ports").EnumerateArray(), port => Assert.Equal("answers", port.GetProperty("says").GetString()));
    }

    [Fact]
    public async Task A_gateway_is_watched_with_what_a_monitor_wants_to_know()
    {
        await using var lab = await RunningLab.StartAsync([]);
        var file = Path.Combine(Path.GetTempPath(), $"aovpn-{Guid.NewGuid():N}.prom");
        try
        {
            var run = Live("", [.. lab.Line("probe"), "--skip-suites", "--watch", "1", "--rounds", "2", "--format", "openmetrics", "--output", file]);
            var metrics = File.ReadAllText(file);

            Assert.Equal((ExitStatus.NothingFound, "", ""), (run.Status, run.Output, run.Error));
            Assert.Matches("""(?m)^aovpn_up\{gateway="[^"]+",address="127\.0\.0\.1"\} 1$""", metrics);
            Assert.Matches("""(?m)^aovpn_certificate_days_left\{.*server="gateway".*\} [1-9]""", metrics);
            Assert.Matches("""(?m)^aovpn_certificate_days_left\{.*server="radius".*\} [1-9]""", metrics);
            Assert.Matches("""(?m)^aovpn_step_duration_seconds\{.*step="connect"\} [0-9]""", metrics);
            Assert.EndsWith("# EOF\n", metrics, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task An_account_that_is_refused_is_not_tried_again()
    {
        await using var lab = await RunningLab.StartAsync(["--fault", "user-password-wrong"]);
        var run = Live("", [.. lab.Line("probe"), "--skip-suites", "--watch", "1", "--rounds", "3", "--format", "json"]);

        var rounds = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal(3, rounds.Length);
        Assert.Contains("AOV530", rounds[0].GetProperty("causes").EnumerateArray().Select(cause => cause.GetString()));
        Assert.DoesNotContain("AOV530", rounds.Skip(1).SelectMany(round => round.GetProperty("causes").EnumerateArray()).Select(cause => cause.GetString()));
        Assert.Equal("aovpn: the account was refused; from now on the gateway is asked without it, so that nobody is locked out.\n", run.Error);
    }

    [Theory]
    [InlineData("list line 2 is no name", "vpn.example.com\nvpn two.example.com\n")]
    [InlineData("list line 1 is no name", "https://alice:Tr0ub4dor@vpn.example.com\n")]
    [InlineData("list line 2 is no name", "vpn.example.com\nvpn2.example.com;password=Tr0ub4dor\n")]
    [InlineData("list names no gateway", "# nothing yet\n")]
    [InlineData("--rate 0: from 1", "vpn.example.com\n", "--rate", "0")]
    [InlineData("--watch 0: from 1", "vpn.example.com\n", "--watch", "0")]
    [InlineData("--redact is for the report of one gateway", "127.0.0.1\n", "--watch", "1", "--redact")]
    [InlineData("--transcript is for the report of one gateway", "127.0.0.1\n", "--transcript", "probe.jsonl")]
    [InlineData("--check-revocation is for the report of one gateway", "127.0.0.1\n", "--check-revocation")]
    [InlineData("--format html is the report of one gateway", "127.0.0.1\n", "--format", "html", "--watch", "1", "--rounds", "1", "--port", "9", "--port-4500", "9", "--skip-suites")]
    public void What_cannot_be_carried_out_is_one_sentence(string sentence, string list, params string[] typed)
    {
        var file = Path.Combine(Path.GetTempPath(), $"aovpn-{Guid.NewGuid():N}", "list");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        try
        {
            File.WriteAllText(file, list);
            var run = Live("", ["probe", "--targets", file, .. typed]);

            Assert.Equal((ExitStatus.Usage, ""), (run.Status, run.Output));
            Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    private static Run Live(string standardInput, params string[] arguments) => Cli.Run.In(
        surroundings => surroundings with { Clock = TimeProvider.System, StandardInput = () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(standardInput)) }, arguments);

    private static string After(RunningLab lab, string option)
    {
        var line = lab.Line("probe");
        return line[Array.IndexOf(line, option) + 1];
    }
}
