using System.Text.Encodings.Web;
using System.Text.Json;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Pages;
using Aovpn.Reports.Json;
using Aovpn.Reports.Text;

namespace Aovpn.Reports.Sarif;

/// <summary>The diagnosis as SARIF 2.1.0: found is fail, undecided is open, ruled out is pass (section 3.27.9).</summary>
public sealed class SarifReport : IReport
{
    private const string SchemaUri = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// <summary>Letters of every language stay readable; the text goes into no HTML.</summary>
    private static readonly Lazy<SarifJson> Readable = new(() => new(new JsonSerializerOptions(SarifJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    public string Format => "sarif";

    public void Write(Diagnosis.Model.Diagnosis diagnosis, Excerpts excerpts, ReportOptions options, TextWriter output) =>
        output.WriteLine(JsonSerializer.Serialize(Of(diagnosis, excerpts, options.Messages), Readable.Value.SarifLog));

    private static SarifLog Of(Diagnosis.Model.Diagnosis diagnosis, Excerpts excerpts, MessageText messages)
    {
        var places = new SarifPlaces(diagnosis.Artifacts, excerpts, messages);
        var judged = diagnosis.Findings.Where(finding => finding.Verdict is not VerdictKind.Error).ToArray();
        var rules = judged.Select(finding => finding.Page).ToArray();
        var json = JsonReport.Of(diagnosis, excerpts, ReportOptions.Default with { Messages = messages });
        return new(SchemaUri, "2.1.0",
        [
            new(
                new(new("aovpn", typeof(SarifReport).Assembly.GetName().Version?.ToString(3), new("Finds out why a Microsoft Always On VPN connection fails."), [.. rules.Select(Rule)])),
                [new(!diagnosis.Findings.Any(finding => finding.Verdict is VerdictKind.Error), [.. Troubles(diagnosis, places, messages)])],
                [.. diagnosis.Artifacts.Select(artifact => Artifact(artifact, places, messages))],
                [.. judged.Select((finding, index) => Result(finding, index, places, messages))],
                "utf16CodeUnits",
                new(json.AsOf, [.. diagnosis.Symptoms.Select(symptom => symptom.Key.ToString())], json.Notes, json.Next)),
        ]);
    }

    private static SarifLog.Rule Rule(RulePage page)
    {
        var fix = page.Section("Fix").Trim();
        return new(
            page.Id, page.Name, new(page.Title), new(Plain(page.Section("What it means"), page.Title)), new(Plain(fix, page.Title), fix.Length > 0 ? fix : null), new(Level(page.Severity)),
            new([.. page.Causes], page.Stage.ToString()));
    }

    private static SarifLog.Result Result(Finding finding, int ruleIndex, SarifPlaces places, MessageText messages)
    {
        var related = finding.Evidence.Take(ReportCitations.Shown).Skip(1).Select((citation, index) => places.Location(citation, index + 1)).ToArray();
        var message = finding.Verdict is VerdictKind.Found ? FindingWords.Sentence(finding, messages) : FindingWords.Why(finding, messages);
        return new(
            finding.Page.Id, ruleIndex,
            finding.Verdict switch { VerdictKind.Found => "fail", VerdictKind.RuledOut => "pass", _ => "open" },
            finding.Verdict is VerdictKind.Found ? Level(finding.Page.Severity) : "none",
            new(message.Length > 0 ? message : finding.Page.Title),
            Math.Max(finding.Count, 1),
            finding.Evidence is [var first, ..] ? [places.Location(first)] : [],
            related.Length > 0 ? related : null,
            new(
                finding.About.Role.ToString(), [.. finding.Explains.Select(symptom => symptom.Key.ToString()).Distinct()], [.. finding.Affected.Select(messages.User)],
                finding.First?.ToString(), finding.Last?.ToString(),
                finding.Verdict is VerdictKind.Found
                    ? [.. FixWords.Of(finding, messages).Select(fix => new FixJson(fix.Where.ToString(), fix.Text, [.. fix.Commands]))]
                    : []));
    }

    /// <summary>What could not be read, and rules that failed.</summary>
    private static IEnumerable<SarifLog.Notification> Troubles(Diagnosis.Model.Diagnosis diagnosis, SarifPlaces places, MessageText messages)
    {
        foreach (var finding in diagnosis.Findings.Where(finding => finding.Verdict is VerdictKind.Error))
            yield return new("error", new($"{finding.Page.Id}: {messages.Of(finding.Message)}"), []);
        foreach (var artifact in diagnosis.Artifacts)
        {
            foreach (var remark in artifact.Remarks)
                yield return new("warning", new(messages.Of(remark.What)), [places.Location(remark.Source)]);
            if (!artifact.IsRecognised && artifact.Remarks.IsEmpty)
                yield return new("note", new("of no kind that aovpn reads"), [places.Location(new(artifact.Artifact, Locator.All))]);
        }
    }

    private static SarifLog.Artifact Artifact(ArtifactSummary artifact, SarifPlaces places, MessageText messages) => new(
        places.Artifact(artifact.Artifact) with { Index = null },
        artifact.Length,
        artifact.Sha256 is { } hash ? new() { ["sha-256"] = hash } : null,
        new(artifact.Kind, artifact.Host.Role.ToString(), artifact.Host.Name is { } name ? messages.HostName(name) : null, artifact.Records, artifact.Unreadable));

    private static string Plain(string markdown, string orElse)
    {
        var text = string.Join('\n', PlainMarkdown.Lines(markdown).Select(line => line.Text)).Trim();
        return text.Length > 0 ? text : orElse;
    }

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
