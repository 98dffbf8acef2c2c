using Aovpn.Generators.Evtx;
using Aovpn.Tests.Cli;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Redaction;

/// <summary>--redact hides in every command what it hides in diagnose.</summary>
public sealed class OtherCommandsTests
{
    private static readonly DateTimeOffset Time = new(2026, 11, 20, 9, 15, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("html")]
    public void Nps_report_hides_users_servers_clients_stations_and_files(string format)
    {
        using var folder = new TemporaryFolder();
        var log = KindsOfEvidence.Of(Path.Combine("samples", "nps", "odbc-66-columns.log"), PlantedNames.In).Single();
        var file = folder.Write("KLAATU1.log", log.Bytes);
        var plain = Run.Aovpn("nps", "report", file, "--format", format);
        var hidden = Run.Aovpn("nps", "report", file, "--format", format, "--redact", "--hide", "klaatu1");

        Assert.Contains("zelphbob", plain.Output, StringComparison.Ordinal);
        Assert.Equal(0, hidden.Status);
        Assert.All(PlantedNames.Tokens, name => Assert.DoesNotContain(name, hidden.Output, StringComparison.OrdinalIgnoreCase));
        Assert.Matches("user-\\d", hidden.Output);
        Assert.Equal(plain.Output.Split('\n').Length, hidden.Output.Split('\n').Length);
    }

    [Fact]
    public void Nps_report_hides_what_it_was_narrowed_to()
    {
        using var folder = new TemporaryFolder();
        var log = KindsOfEvidence.Of(Path.Combine("samples", "nps", "ias.log"), PlantedNames.In).Single();
        var run = Run.Aovpn("nps", "report", folder.Write("IN2611.log", log.Bytes), "--format", "html", "--user", "zelphbob", "--redact");

        Assert.Equal(0, run.Status);
        Assert.Contains("Only user user-1.", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("zelph", run.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("xml")]
    public void Events_hide_names_and_take_secrets_out(string format)
    {
        using var folder = new TemporaryFolder();
        var log = new EvtxWriter()
            .Add(new WrittenEvent("Application", 1, 1, Time) { Computer = "edge", Strings = ["zelphira called about her connection"] })
            .Add(new WrittenEvent("RasClient", 20227, 2, Time) { Computer = "KLAATU17.quuxcorp.example", Strings = ["{7A1C2E3D-4B5F-4A6C-8D7E-9F0A1B2C3D4E}", "QUUXCORP\\zelphira", "VPN", "691"] })
            .Add(new WrittenEvent("Microsoft-Windows-Security-Auditing", 4688, 3, Time) { Computer = "KLAATU17", Named = [("CommandLine", WrittenValue.Text("rasdial \"VPN\" alice \"Tr0ub4dor 3\"")), ("SubjectUserName", WrittenValue.Text("zelphira"))] });
        var file = folder.Write("client.evtx", log.ToArray());

        var run = Run.Aovpn("events", file, "--format", format, "--redact");
        var plain = Run.Aovpn("events", file, "--format", format);

        Assert.Equal(0, run.Status);
        Assert.Contains("zelphira called", plain.Output, StringComparison.Ordinal);
        Assert.Contains("user-1 called", run.Output, StringComparison.Ordinal);
        Assert.Contains("domain-1\\", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Tr0ub4dor", run.Output, StringComparison.Ordinal);
        Assert.All(PlantedNames.Tokens, name => Assert.DoesNotContain(name, run.Output, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(3, run.Output.TrimEnd().Split('\n').Length);
    }

    [Theory]
    [InlineData("zelphira says that klaatu99 fails; Host Name : KLAATU99; User Name : zelphira")]
    [InlineData("{\"kind\":\"aovpn-transcript\",\"host\":\"klaatu99\",\"identity\":\"zelphira\",\"serverNames\":[\"klaatu98\",\"barada\"],\"trustedRoots\":[\"deadbeefdeadbeefdeadbeefdeadbeefdeadbeef\"]}")]
    [InlineData("{\"kind\":\"session\",\"id\":\"connect\",\"host\":\"klaatu99\",\"address\":\"100.96.2.1\"}\n{\"kind\":\"remark\",\"text\":\"klaatu99 is silent\"}")]
    public void Transcripts_and_loose_lines_hide_names(string text)
    {
        var redactor = new Aovpn.Reports.Redaction.Redactor([], []);
        var meet = redactor.Meet();
        foreach (var line in text.Split("; ").SelectMany(part => part.Split('\n')))
            meet(line);
        var hidden = string.Join('\n', text.Split('\n').Select(redactor.Line));
        Assert.All(PlantedNames.Tokens, name => Assert.DoesNotContain(name, hidden, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_redacted_transcript_with_keys_makes_no_sense()
    {
        var run = Run.Aovpn("probe", "127.0.0.1", "--keys", "--redact", "--transcript", "x.jsonl");
        Assert.NotEqual(0, run.Status);
        Assert.Contains("--keys and --redact", run.Error, StringComparison.Ordinal);
    }
}
