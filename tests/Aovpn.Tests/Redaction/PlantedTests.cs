using System.Text.RegularExpressions;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Redaction;

/// <summary>Secrets and names are planted in evidence of every kind; whatever the program writes is searched for them.</summary>
public sealed class PlantedTests
{
    /// <summary>The planted password: plain, in base64 and in hexadecimal.</summary>
    private static readonly string[] Secret = ["Tr0ub4dor", "VHIwdWI0ZG9y", "547230756234646f72"];

    private static readonly string[] Names = ["quux", "zelph", "klaatu", "barada", "nikto", "100.96.2.", "100.97.100.", "100.98.113."];

    private static readonly string[] Accounts =
        ["alice", "bob", "carol", "dave", "erin", "frank", "grace", "heidi", "ivan", "judy", "mallory", "niaj", "olivia"];

    public static TheoryData<string> Kinds => [.. KindsOfEvidence.Names];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_secret_is_in_any_report_log_or_bundle(string kind)
    {
        using var folder = Evidence(kind, PlantedSecrets.In);
        foreach (var (where, text) in AllReports.Of(folder.Path))
        {
            foreach (var secret in Secret)
                Assert.False(text.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{where}: {Around(text, secret)}");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void With_redact_no_name_is_in_any_report_log_or_bundle(string kind)
    {
        using var folder = Evidence(kind, Renamed);
        foreach (var (where, text) in AllReports.Of(folder.Path, "--hide", "quuxtoso", "--hide", "BARADA01", "--hide", "BARADA02", "--hide", "BARADA1", "--hide", "BARADA2"))
        {
            foreach (var name in Names)
                Assert.False(text.Contains(name, StringComparison.OrdinalIgnoreCase), $"{where}: {Around(text, name)}");
        }
    }

    /// <summary>The search would find them: without --redact they are there.</summary>
    [Fact]
    public void Without_redact_names_are_in_the_reports()
    {
        using var folder = Evidence(KindsOfEvidence.EventLog, Renamed);
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

    /// <summary>Our samples' people, machines and addresses get names that stand nowhere else; what only a person names in a note is named with --hide.</summary>
    private static string Renamed(string text)
    {
        foreach (var account in Accounts)
            text = Regex.Replace(text, $"\\b{account}\\b", $"zelph{account}", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(5));
        text = Regex.Replace(text, "\\b(?:corp|Corp|CORP)(?=\\b|[A-Z][a-z])", "quuxcorp", RegexOptions.None, TimeSpan.FromSeconds(5));
        text = text.Replace("vpn.example.com", "edge.quuxweb.com", StringComparison.OrdinalIgnoreCase).Replace("Contoso", "Quuxtoso", StringComparison.Ordinal).Replace("contoso", "quuxtoso", StringComparison.Ordinal);
        text = text.Replace("192.0.2.", "100.96.2.", StringComparison.Ordinal).Replace("198.51.100.", "100.97.100.", StringComparison.Ordinal).Replace("203.0.113.", "100.98.113.", StringComparison.Ordinal);
        text = Regex.Replace(text, "\\bPC(?=\\d)", "KLAATU", RegexOptions.None, TimeSpan.FromSeconds(5));
        text = Regex.Replace(text, "\\bNPS(?=\\d)", "BARADA", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(5));
        return Regex.Replace(text, "\\bRRAS(?=\\d)", "NIKTO", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(5));
    }

    private static string Around(string text, string found)
    {
        var at = text.IndexOf(found, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? "" : text[Math.Max(0, at - 120)..Math.Min(text.Length, at + 60)];
    }
}
