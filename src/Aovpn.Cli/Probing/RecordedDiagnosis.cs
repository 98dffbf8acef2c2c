using System.Text;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Evidence.Transcripts;
using Aovpn.Diagnosis.Judgement;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Rules;
using Aovpn.Intake;
using Aovpn.Probes;
using Aovpn.Reports;
using Aovpn.Reports.Bundles;
using Aovpn.Reports.Redaction;

namespace Aovpn.Cli.Probing;

/// <summary>
/// What a probe wrote down goes the way of all evidence: it is diagnosed as <c>aovpn diagnose</c> would, and names are hidden where that is wished.
/// Make it first: while the probe waits for its first answers, all that comes after them is loaded and rehearsed.
/// </summary>
internal sealed class RecordedDiagnosis
{
    private const string TranscriptName = "the probe's transcript";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Surroundings _surroundings;
    private readonly TextWriter _output, _error;
    private readonly Task _rehearsed;

    /// <param name="format">Of the report that will be written.</param>
    public RecordedDiagnosis(Surroundings surroundings, TextWriter output, TextWriter error, string format)
    {
        (_surroundings, _output, _error) = (surroundings, output, error);
        _rehearsed = Task.Run(() => Rehearse(format));
    }

    /// <summary>Runs the probe. Its transcript is in the file line by line as it happens, but where names are to be hidden, which are known only at the end.</summary>
    /// <exception cref="UsageException">The transcript cannot be written.</exception>
    public async Task<Transcript> RecordAsync(ProbeArguments arguments, Func<Transcript, Task> run)
    {
        if (arguments is { Hidden: not null, Keys: true })
            throw new UsageException("--keys and --redact: keys are there for reading a run, and a redacted one cannot be read. Leave one of them out.");
        try
        {
            await using var file = arguments is { Transcript: { } path, Hidden: null } ? new StreamWriter(path, append: false, Utf8) { NewLine = "\n" } : null;
            var transcript = new Transcript(_surroundings.Clock, file, arguments.Keys);
            await run(transcript);
            await _rehearsed;
            return transcript;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{arguments.Transcript} cannot be written: {failure.Message}");
        }
    }

    /// <returns>The exit status.</returns>
    public int Write(ProbeArguments arguments, EvidenceIntake intake, Transcript transcript, CancellationToken cancel)
    {
        var named = arguments.Profile is null ? [] : intake.Deliver([arguments.Profile], _surroundings.StandardInput);
        var (evidence, diagnosis, excerpts) = Diagnosed(named, arguments.Transcript ?? TranscriptName, transcript, cancel);
        var redactor = arguments.Hidden is { } hidden
            ? MetNames.Of(new(evidence.Observations, hidden), excerpts, evidence.Artifacts.Select(one => new EvidenceCopy(one, evidence.Opener(one.Artifact))), isWhole: true)
            : null;
        var written = new DiagnosisOutput(_surroundings, _output, _error) { Messages = redactor?.Messages ?? MessageText.AsWritten };
        if (redactor is not null && arguments.Transcript is { } path)
            written.WriteFile(path, "the transcript, for reading only,", arguments.IsQuiet, file => WriteHidden(file, transcript, redactor));
        return written.Write(diagnosis, excerpts, arguments.Format, arguments.Output, arguments.IsQuiet, arguments.All);
    }

    private (GatheredEvidence Evidence, Diagnosis.Model.Diagnosis Diagnosis, Excerpts Excerpts) Diagnosed(IEnumerable<Delivery> named, string name, Transcript transcript, CancellationToken cancel)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', transcript.Lines) + '\n');
        var evidence = new EvidenceGathering(EvidenceReading.Default).Gather(named.Append(EvidenceIntake.Recorded(new(name, Host.Client), bytes)), cancel);
        var diagnosis = new Engine(RuleBook.Default).Diagnose(evidence.Observations, evidence.Artifacts, new(_surroundings.Clock.GetUtcNow(), null, Scope.Everything));
        return (evidence, diagnosis, ExcerptCutter.Cut(evidence, ReportCitations.Of(diagnosis)));
    }

    /// <summary>A run in which nothing happened, written to nowhere: tables and classes are there when the real one ends.</summary>
    private void Rehearse(string format)
    {
        var nothing = new Transcript(_surroundings.Clock);
        nothing.Add(new TranscriptEntry.Began(_surroundings.Clock.GetUtcNow(), TranscriptJson.Format, "", "", "", [], []));
        var (_, diagnosis, excerpts) = Diagnosed([], TranscriptName, nothing, CancellationToken.None);
        new DiagnosisOutput(_surroundings, TextWriter.Null, TextWriter.Null).Write(diagnosis, excerpts, format, path: null, isQuiet: false, all: true);
    }

    private static void WriteHidden(Stream file, Transcript transcript, Redactor redactor)
    {
        using var text = new StreamWriter(file, Utf8) { NewLine = "\n" };
        foreach (var line in transcript.Lines)
            text.WriteLine(redactor.Line(line));
    }
}
