using System.Text.Json;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Cli;

public sealed class DiagnoseCommandTests : IDisposable
{
    private const string Failed = """
        Log Name:      Application
        Source:        RasClient
        Date:          11/20/2026 9:15:00 AM
        Event ID:      20227
        Level:         Error
        Computer:      PC1.corp.example
        Description:
        CoId={2F0C1B2A-0000-4000-8000-000000000001}: The user CORP\alice dialed a connection named Corp VPN which has failed. The error code returned on failure is 809.
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_arguments_it_helps()
    {
        var run = Run.Aovpn();
        Assert.Equal(0, run.Status);
        Assert.Contains("diagnose", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("diagnose")]
    [InlineData("diagnose", "--format", "html", "x")]
    [InlineData("diagnose", "--as-of", "yesterday", "-")]
    [InlineData("diagnose", "--host", "moon=x", "-")]
    [InlineData("diagnose", "--host", "client", "-")]
    [InlineData("diagnose", "no/such/file.evtx")]
    public void What_cannot_be_carried_out_is_a_sentence_and_64(params string[] arguments)
    {
        var run = Run.Aovpn(arguments);
        Assert.Equal((64, ""), (run.Status, run.Output));
        Assert.StartsWith("aovpn: ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vpn.example.com")]
    [InlineData("host:vpn.example.com")]
    public void A_host_is_not_probed_yet(string name)
    {
        var run = Run.Aovpn("diagnose", name);
        Assert.Equal(64, run.Status);
        Assert.Contains("live probing", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_wins_over_a_host_of_the_same_name()
    {
        _folder.Write("vpn.example.com", "nothing of interest");
        Assert.NotEqual(64, Run.Aovpn("diagnose", _folder.At("vpn.example.com")).Status);
    }

    [Fact]
    public void A_symptom_without_a_cause_is_2_and_says_what_is_open()
    {
        var run = Run.Aovpn("diagnose", _folder.Write("client/event.txt", Failed));
        Assert.Equal(2, run.Status);
        Assert.Contains("809", run.Output, StringComparison.Ordinal);
        Assert.Contains("No cause is proved yet", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_and_a_symptom_are_evidence()
    {
        var run = Run.With(Failed, 100, "diagnose", "-", "--format", "json", "--symptom", "it started on Monday");
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(["--symptom", "standard input"], json.RootElement.GetProperty("artifacts").EnumerateArray().Select(artifact => artifact.GetProperty("name").GetString()));
    }

    [Fact]
    public void Json_has_the_names_of_the_contract()
    {
        using var json = JsonDocument.Parse(Run.Aovpn("diagnose", _folder.Write("client/event.txt", Failed), "--format", "json").Output);
        var root = json.RootElement;
        Assert.Equal("aovpn.diagnosis/1", root.GetProperty("schema").GetString());
        Assert.EndsWith("Z", root.GetProperty("asOf").GetString(), StringComparison.Ordinal);
        var symptom = root.GetProperty("symptoms")[0];
        Assert.Equal(("code", 809u, "0x00000329"), (symptom.GetProperty("id").GetString(), symptom.GetProperty("code").GetUInt32(), symptom.GetProperty("hex").GetString()));
        var evidence = symptom.GetProperty("evidence")[0];
        Assert.Equal("event.txt", evidence.GetProperty("artifact").GetString());
        Assert.Contains("line", evidence.GetProperty("locator").GetString(), StringComparison.Ordinal);
        Assert.False(string.IsNullOrEmpty(evidence.GetProperty("excerpt").GetString()));
        Assert.Equal(8, root.GetProperty("stages").GetArrayLength());
        Assert.Equal(["artifacts", "asOf", "attemptCount", "attempts", "findings", "next", "notes", "schema", "stages", "symptoms"], root.EnumerateObject().Select(one => one.Name).Order(StringComparer.Ordinal));
        Assert.Equal(64, root.GetProperty("artifacts")[0].GetProperty("sha256").GetString()!.Length);
    }

    [Fact]
    public void The_report_goes_to_a_file_when_asked()
    {
        var run = Run.Aovpn("diagnose", _folder.Write("event.txt", Failed), "--format", "json", "-o", _folder.At("out.json"));
        Assert.Equal("", run.Output);
        Assert.StartsWith("{\n  \"schema\"", File.ReadAllText(_folder.At("out.json")), StringComparison.Ordinal);
        Assert.Equal(64, Run.Aovpn("diagnose", _folder.At("event.txt"), "-o", _folder.At("no/such/folder/x")).Status);
    }

    [Fact]
    public void Evidence_that_cannot_be_read_is_listed_and_the_rest_diagnosed()
    {
        _folder.Write("event.txt", Failed);
        _folder.Write("empty.evtx", "");
        _folder.Write("binary.txt", [0, 1, 2, 3, 0, 0, 0, 9]);
        var run = Run.Aovpn("diagnose", _folder.Path);
        Assert.Contains("empty.evtx is empty (0 bytes)", run.Output, StringComparison.Ordinal);
        Assert.Contains("binary.txt: of no kind that aovpn reads", run.Output, StringComparison.Ordinal);
        Assert.Contains("809", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public void Shells_complete_by_asking_the_program(string shell) => Assert.Contains("[suggest:", Run.Aovpn("completion", shell).Output, StringComparison.Ordinal);

    [Fact]
    public void Options_are_suggested() => Assert.Contains("--format", Run.Aovpn("[suggest:19]", "aovpn diagnose --fo").Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("diagnos is no command; did you mean diagnose?", "diagnos", "x")]
    [InlineData("--fromat is no option of diagnose; did you mean --format?", "diagnose", "--fromat", "json", "x")]
    [InlineData("frobnicate is no command.", "frobnicate")]
    public void A_slip_is_named_with_what_it_is_near_to(string sentence, params string[] arguments)
    {
        var run = Run.Aovpn(arguments);
        Assert.Equal(64, run.Status);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }
}
