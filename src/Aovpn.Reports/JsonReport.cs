using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Model;
using Aovpn.Reports.Json;

namespace Aovpn.Reports;

/// <summary>The diagnosis for programs: schema <c>aovpn.diagnosis/1</c>.</summary>
public sealed class JsonReport : IReport
{
    public const string Schema = "aovpn.diagnosis/1";

    /// <summary>Of a farm's hundred thousand attempts a finding says how many and whom; these are for looking into, failed ones first.</summary>
    private const int AttemptsShown = 500;

    /// <summary>Letters of every language stay readable; the text goes into no HTML.</summary>
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    public string Format => "json";

    public void Write(Diagnosis.Model.Diagnosis diagnosis, Excerpts excerpts, ReportOptions options, TextWriter output)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Readable))
            ReportJson.Write(json, Of(diagnosis, excerpts, options));
        output.WriteLine(Encoding.UTF8.GetString(bytes.WrittenSpan));
    }

    public static DiagnosisJson Of(Diagnosis.Model.Diagnosis diagnosis, Excerpts excerpts, ReportOptions options)
    {
        var messages = options.Messages;
        var unexplained = diagnosis.Unexplained.ToHashSet();
        return new(
            Schema,
            diagnosis.AsOf.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
            [.. diagnosis.Symptoms.Select(symptom => OfSymptom(symptom, !unexplained.Contains(symptom)))],
            [.. diagnosis.Stages.Select(stage => new StageJson(stage.Stage.ToString(), Kebab(stage.State), messages.Of(stage.Summary), Evidence(stage.Evidence)))],
            [.. diagnosis.Findings.Select((finding, index) => OfFinding(finding, index + 1))],
            [.. diagnosis.Next.Select(next => new NextJson(next.Need, next.From.ToString(), next.Why, [.. next.Decides], next.Command))],
            [.. diagnosis.Artifacts.Select(OfArtifact)],
            [.. diagnosis.Notes.Select(messages.Of)],
            diagnosis.Attempts.Length,
            [.. diagnosis.Attempts.OrderBy(attempt => attempt.Connected).Take(AttemptsShown).Select(OfAttempt)]);

        SymptomJson OfSymptom(Symptom symptom, bool explained) => new(
            Kebab(symptom.Id), symptom.Code?.Value, symptom.Code?.Hex, symptom.Code is { } code ? Symbols.Of(code) : null,
            symptom.Code is { } of ? Kebab(of.Family) : null, explained, symptom.Evidence.Length, Evidence(symptom.Evidence));

        FindingJson OfFinding(Finding finding, int rank) => new(
            rank, finding.Page.Id, [.. finding.Page.Causes], finding.Page.Title, Kebab(finding.Verdict), messages.Of(finding.Message),
            finding.About.Role.ToString(), Kebab(finding.Page.Severity), finding.Page.Stage.ToString(),
            [.. finding.Explains.Select(symptom => new ExplainsJson(symptom.Code?.Value, symptom.Code is null ? Kebab(symptom.Id) : null)).Distinct()],
            finding.Count, Time(finding.First), Time(finding.Last), [.. finding.Affected.Select(messages.User)], Evidence(finding.Evidence),
            finding.Verdict is VerdictKind.Found or VerdictKind.Undecided ? [.. FixWords.Of(finding, messages).Select(fix => new FixJson(fix.Where.ToString(), fix.Text, [.. fix.Commands]))] : [],
            finding.Verdict is VerdictKind.Found ? finding.Page.Section("Check that it is fixed").Trim() : "");

        ArtifactJson OfArtifact(ArtifactSummary artifact) => new(
            messages.Artifact(artifact.Artifact), artifact.Kind, artifact.Sha256, artifact.Host.Role.ToString(),
            artifact.Host.Name is { } name ? messages.HostName(name) : null, artifact.Length, artifact.Records, artifact.Unreadable,
            [.. artifact.Remarks.Select(remark => new RemarkJson(remark.Source.Locator.ToString(), messages.Of(remark.What)))]);

        AttemptJson OfAttempt(ConnectionAttempt attempt) => new(
            messages.Words(attempt.Id), attempt.User is { } user ? messages.User(user) : null, attempt.Connection is { } connection ? messages.HostName(connection) : null,
            Time(attempt.Start), Time(attempt.End), attempt.Connected, attempt.Failure?.Value, attempt.Failure is { } failure ? Kebab(failure.Family) : null);

        EvidenceJson[] Evidence(ImmutableArray<Citation> citations) =>
        [
            .. citations.Take(ReportCitations.Shown).Select(citation => new EvidenceJson(
                messages.Artifact(citation.Artifact), citation.Locator.ToString(),
                excerpts.Of(citation) is { IsEmpty: false } lines ? string.Join('\n', lines.Select(messages.Excerpt)) : null,
                Kebab(citation.Provenance))),
        ];
    }

    private static string Kebab<T>(T value)
        where T : struct, Enum => KebabCase.Of(value.ToString());

    /// <summary>With Z where the offset is known, else the log's wall time without one.</summary>
    private static string? Time(When? at) => at is null ? null
        : at.Offset is { } offset ? new DateTimeOffset(at.Wall, offset).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)
        : at.Wall.ToString("yyyy-MM-dd'T'HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
}
