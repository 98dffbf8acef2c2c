using System.Text.Json;
using Aovpn.Tests.Cli;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Redaction;

/// <summary>Redaction hides the evidence's names, never the product's own sentences, even where a connection or an adapter is called like words of ours.</summary>
public sealed class StandingWords
{
    /// <summary>Names that people do give, all of which are words of our pages.</summary>
    private static readonly string[] Hidden = ["--redact", "--hide", "certificate", "--hide", "server", "--hide", "external", "--hide", "Always On VPN"];

    public static TheoryData<string> Kinds => [.. KindsOfEvidence.Names];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_pages_and_catalogues_say_is_the_same_with_redact(string kind)
    {
        using var folder = Evidence(kind);
        var plain = Findings(Run.Aovpn("diagnose", folder.Path, "--all", "--format", "json").Output);
        Assert.Equal(plain, Findings(Run.Aovpn(["diagnose", folder.Path, "--all", "--format", "json", .. Hidden]).Output));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("html")]
    [InlineData("sarif")]
    public void Fixes_stand_whole_in_every_format(string format)
    {
        using var folder = new TemporaryFolder();
        folder.Write("note.txt", "Connection name: Always On VPN\nThe connection Always On VPN failed with error 13806.\n");
        var plain = Run.Aovpn("diagnose", folder.Path, "--all", "--format", format).Output;
        var hidden = Run.Aovpn(["diagnose", folder.Path, "--all", "--format", format, .. Hidden]).Output;
        Assert.Equal(Occurrences(plain), Occurrences(hidden));
        Assert.True(Occurrences(hidden) > 0, hidden);

        static int Occurrences(string report) => report.Split("certificate").Length - 1;
    }

    /// <summary>Findings in order: id, title, each fix with its commands, and how to check; then what to collect next.</summary>
    private static string Findings(string json)
    {
        using var report = JsonDocument.Parse(json);
        var findings = string.Join('\n', report.RootElement.GetProperty("findings").EnumerateArray().Select(finding =>
            $"{finding.GetProperty("id")} {finding.GetProperty("title")}\n{finding.GetProperty("fix")}\n{finding.GetProperty("check")}"));
        return $"{findings}\n{report.RootElement.GetProperty("next")}";
    }

    private static TemporaryFolder Evidence(string kind)
    {
        var folder = new TemporaryFolder();
        foreach (var (name, bytes) in KindsOfEvidence.Of(kind, text => text))
            folder.Write(name, bytes);
        folder.Write("names.txt", "rasdial \"Always On VPN\"\r\nGet-VpnConnection -Name 'Always On VPN'\r\nInterfaceAlias       : external\r\n");
        return folder;
    }
}
