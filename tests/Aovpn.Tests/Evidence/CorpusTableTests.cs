using System.Text;
using System.Text.RegularExpressions;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence;

/// <summary>
/// Every text file that nobody here wrote: recognised, and what was read and what could not be read make up what an independent count of
/// a line or two finds. The table goes to the test's output.
/// </summary>
public sealed partial class CorpusTableTests(ITestOutputHelper output)
{
    private static readonly string[] Folders = ["event_xml", "nps", "profilexml", "ps1", "certutil", "certs"];

    [Fact]
    public void Every_file_is_recognised_and_its_records_add_up()
    {
        var table = new StringBuilder("| file | kind | counted | read | unreadable | note |\n| --- | --- | --- | --- | --- | --- |\n");
        var wrong = new StringBuilder();
        foreach (var folder in Folders)
        {
            var root = SharedFiles.Require("corpus/" + folder);
            foreach (var file in Directory.GetFiles(root, "*", SearchOption.AllDirectories).Where(IsEvidence).Order(StringComparer.Ordinal))
            {
                var name = $"{folder}/{Path.GetRelativePath(root, file)}";
                var bytes = File.ReadAllBytes(file);
                var reading = Read.Bytes(bytes, name: name);
                var counted = Counted(folder, Path.GetFileName(file), Text(bytes));
                var unreadable = reading.Observations.OfType<Unreadable>().Sum(lost => lost.Count);
                var note = Explained(reading, Path.GetFileName(file));
                table.AppendLine($"| {name} | {string.Join(", ", reading.Kinds)} | {counted} | {reading.Records - unreadable} | {unreadable} | {note} |");
                if (reading.Kinds.IsEmpty || (note.Length == 0 && reading.Kinds.Contains("note")))
                    wrong.AppendLine($"{name}: not recognised: {string.Join(", ", reading.Kinds)}");
                if (note.Length == 0 && reading.Records != counted)
                    wrong.AppendLine($"{name}: {reading.Records} records of {counted}");
            }
        }

        output.WriteLine(table.ToString());
        Assert.True(wrong.Length == 0, wrong.ToString());
    }

    /// <summary>Lists of files and other programs' output are no evidence.</summary>
    private static bool IsEvidence(string file) => !file.EndsWith(".tsv", StringComparison.Ordinal) && !file.EndsWith(".json", StringComparison.Ordinal);

    private static string Explained(Reading reading, string file) => file switch
    {
        _ when file.Contains("New-AovpnDeviceConnection__2020-08-23", StringComparison.Ordinal) => "no script: two lines that say where the script went",
        "RemoteAccess__Add-RemoteAccessLoadBalancerNode__1.txt" => "documentation's own sentences between its commands; nothing is listed",
        _ when reading.Kinds is ["powershell-command"] => "commands alone: what they would do is no evidence that it was done",
        _ when reading.Kinds is [.., "note"] && reading.Kinds.Contains("certificate") => "the text dump's policy texts are sentences",
        _ when reading.Kinds is [.., "note"] && reading.Kinds.Contains("event-xml") => "comments around the events are sentences",
        _ => "",
    };

    private static string Text(byte[] bytes)
    {
        var encoding = bytes is [0xFF, 0xFE, ..] or [_, 0, ..] ? Encoding.Unicode : Encoding.UTF8;
        return encoding.GetString(bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n");
    }

    /// <summary>By other means than the readers': the count of one pattern for each kind.</summary>
    private static int Counted(string folder, string file, string text) => folder switch
    {
        "nps" => text.StartsWith('<') ? EndOfEvent().Count(text) : LineWithText().Count(text),
        "profilexml" => Math.Max(EndOfProfile().Count(text), EndOfProfile().Count(text) == 0 ? EndOfEapHostConfig().Count(text) : 0),
        "ps1" => 1 + EmbeddedProfiles(text),
        "certs" => BeginOfCertificate().Count(text) + DumpOfCertificate().Count(text),
        "event_xml" => First(text, EventTag(), EventIdLabel(), CorrelationId(), NpsSentence()) + (file.Contains("table", StringComparison.Ordinal) ? Attention().Count(text) : 0),
        _ => Listed(file, text),
    };

    private static int EmbeddedProfiles(string text) => text.Split('\n').Count(line => !line.TrimStart().StartsWith('#') && line.Contains("</VPNProfile>", StringComparison.Ordinal));

    /// <summary>certutil and cmdlets: banners, else rows below dashes and objects by their first property.</summary>
    private static int Listed(string file, string text)
    {
        if (text.StartsWith('<'))
            return NpsPolicy().Count(text) + NpsClient().Count(text);
        var banners = Banner().Count(text);
        if (banners > 0 || file.StartsWith("certutil", StringComparison.Ordinal) || file.StartsWith("ipconfig", StringComparison.Ordinal) || file.StartsWith("seed", StringComparison.Ordinal))
            return Math.Max(1, banners);
        if (file.StartsWith("netsh", StringComparison.Ordinal))
            return Hash().Count(text);
        var lines = text.Split('\n');
        var names = lines.Select(line => FirstProperty().Match(line)).Where(match => match.Success).Select(match => match.Groups["name"].Value).ToList();
        return TableRows(lines) + names.Count(name => name == names[0]);
    }

    private static int TableRows(string[] lines)
    {
        var (rows, inside) = (0, false);
        for (var at = 0; at < lines.Length; at++)
        {
            var blank = string.IsNullOrWhiteSpace(lines[at]);
            if (Rule().IsMatch(lines[at]))
                (inside, at) = (true, string.IsNullOrWhiteSpace(lines.ElementAtOrDefault(at + 1)) ? at + 1 : at);
            else if (inside && (blank || lines[at].StartsWith("PS ", StringComparison.Ordinal)))
                inside = false;
            else if (inside)
                rows++;
        }

        return rows;
    }

    private static int First(string text, params ReadOnlySpan<Regex> patterns)
    {
        foreach (var pattern in patterns)
        {
            if (pattern.Count(text) is > 0 and var count)
                return count;
        }

        return 1;
    }

    [GeneratedRegex("</Event>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EndOfEvent();

    [GeneratedRegex(@"^.*\S.*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LineWithText();

    [GeneratedRegex("</VPNProfile>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EndOfProfile();

    [GeneratedRegex("</EapHostConfig>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EndOfEapHostConfig();

    [GeneratedRegex("-----BEGIN CERTIFICATE-----", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BeginOfCertificate();

    [GeneratedRegex("^Certificate:$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DumpOfCertificate();

    [GeneratedRegex(@"<Event[\s>]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EventTag();

    [GeneratedRegex(@"^\s*(EventID|Event ID)\s*:", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EventIdLabel();

    [GeneratedRegex(@"\{[0-9A-Fa-f-]{36}\}: ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CorrelationId();

    [GeneratedRegex("Network Policy Server denied", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NpsSentence();

    [GeneratedRegex("requires attention", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Attention();

    [GeneratedRegex(@"^\s*={8,} \S+ \d+ ={8,}", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Banner();

    [GeneratedRegex("Certificate Hash", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hash();

    [GeneratedRegex("<msNPAllowDialin", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NpsPolicy();

    [GeneratedRegex("<IP_Address xmlns", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NpsClient();

    [GeneratedRegex(@"^-+( +-+)+\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^(?<name>[A-Za-z][A-Za-z0-9()]*)(:  | +:( |$))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FirstProperty();
}
