using Aovpn.Tests.Support;

namespace Aovpn.Tests.Redaction;

/// <summary>Secrets and names are planted in evidence of every kind; whatever the program writes is searched for them.</summary>
public sealed class PlantedTests
{
    /// <summary>The planted password: plain, in base64 and in hexadecimal.</summary>
    private static readonly string[] Secret = ["Tr0ub4dor", "VHIwdWI0ZG9y", "547230756234646f72"];

    public static TheoryData<string> Kinds => [.. KindsOfEvidence.Names];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_secret_is_in_any_report_log_or_bundle(string kind)
    {
        using var folder = Evidence(kind, PlantedSecrets.In);
        AssertWithout(Secret, AllReports.Of(folder.Path));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void With_redact_no_name_is_in_any_report_log_or_bundle(string kind)
    {
        using var folder = Evidence(kind, PlantedNames.In);
        AssertWithout(PlantedNames.Tokens, AllReports.Of(folder.Path, "--hide", "quuxtoso", "--hide", "BARADA01", "--hide", "BARADA02", "--hide", "BARADA1", "--hide", "BARADA2"));
    }

    /// <summary>The search would find them: without --redact they are there.</summary>
    [Fact]
    public void Without_redact_names_are_in_the_reports()
    {
        using var folder = Evidence(KindsOfEvidence.EventLog, PlantedNames.In);
        var written = AllReports.Of(folder.Path);
        Assert.Contains(written, one => one.Where == "bundle, diagnosis.json" && one.Text.Contains("zelphalice", StringComparison.Ordinal));
        Assert.Contains(written, one => one.Where.EndsWith("client.evtx.xml", StringComparison.Ordinal) && one.Text.Contains("KLAATU17.quuxcorp", StringComparison.Ordinal));
    }

    [Fact]
    public void Keys_and_certificates_in_binary_are_left_out_of_a_bundle_which_says_so()
    {
        using var folder = new TemporaryFolder();
        folder.Write("client/note.txt", "error 809");
        folder.Write("client/zelphira.pfx", [0x30, 0x82, 0x09, 0, 2, 1, 3, 0, .. "Tr0ub4dor"u8, 0, 1, 2]);
        var written = AllReports.Of(folder.Path, "--hide", "zelphira");
        Assert.DoesNotContain(written, one => one.Where == "bundle, names" && one.Text.Contains("pfx", StringComparison.Ordinal));
        var readme = written.Single(one => one.Where == "bundle, README.txt").Text;
        Assert.Contains("client/user-1.pfx: binary", readme, StringComparison.Ordinal);
        Assert.DoesNotContain(written, one => one.Text.Contains("Tr0ub4dor", StringComparison.Ordinal) || one.Text.Contains("zelph", StringComparison.Ordinal));
    }

    private static TemporaryFolder Evidence(string kind, Func<string, string> change)
    {
        var folder = new TemporaryFolder();
        foreach (var (name, bytes) in KindsOfEvidence.Of(kind, change))
            folder.Write(name, bytes);
        return folder;
    }

    private static void AssertWithout(string[] planted, IEnumerable<(string Where, string Text)> written)
    {
        var found = written.SelectMany(one => one.Text.Split('\n').Where(line => planted.Any(name => line.Contains(name, StringComparison.OrdinalIgnoreCase))).Select(line => $"{one.Where}: {Around(line, planted)}"));
        var leaks = string.Join('\n', found.Distinct());
        Assert.True(leaks.Length == 0, leaks);
    }

    private static string Around(string line, string[] planted)
    {
        var at = planted.Select(name => line.IndexOf(name, StringComparison.OrdinalIgnoreCase)).Where(place => place >= 0).Min();
        return line[Math.Max(0, at - 100)..Math.Min(line.Length, at + 60)].Trim();
    }
}
