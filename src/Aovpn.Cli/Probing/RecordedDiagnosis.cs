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

/// <summary>What a probe wrote down goes the way of all evidence: it is diagnosed as <c>aovpn diagnose</c> would, and names are hidden where that is wished.</summary>
internal sealed class RecordedDiagnosis(Surroundings surroundings, TextWriter output, TextWriter error)
{
    private const string TranscriptName = "the probe's transcript";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Runs the probe; while it waits for the first answer, where it does not wait on the thread that called it, what comes after the last is loaded and rehearsed. Its transcript is in the file line by line as it happens, but where names are to be hidden, which are known only at the end.</summary>
    /// <exception cref="UsageException">The transcript cannot be written.</exception>
    public async Task<Transcript> RecordAsync(ProbeArguments arguments, Func<Transcript, Task> run)
    {
        if (arguments is { Hidden: not null, Keys: true })
            throw new UsageException("--keys and --redact: keys are there for reading a run, and a redacted one cannot be read. Leave one of them out.");
        try
        {
            await using var file = arguments is { Transcript: { } path, Hidden: null } ? new StreamWriter(path, append: false, Utf8) { NewLine = "\n" } : null;
            var transcript = new Transcript(surroundings.Clock, file, arguments.Keys);
            var running = run(transcript);
            await (running.IsCompleted ? running : Task.WhenAll(running, Task.Run(() => Rehearse(arguments.Format))));
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
        var named = arguments.Profile is null ? [] : intake.Deliver([arguments.Profile], surroundings.StandardInput);
        var (evidence, diagnosis, excerpts) = Diagnosed(named, arguments.Transcript ?? TranscriptName, transcript, cancel);
        var redactor = arguments.Hidden is { } hidden
            ? MetNames.Of(new(evidence.Observations, hidden), excerpts, evidence.Artifacts.Select(one => new EvidenceCopy(one, evidence.Opener(one.Artifact))), isWhole: true)
            : null;
        var written = new DiagnosisOutput(surroundings, output, error) { Messages = redactor?.Messages ?? MessageText.AsWritten };
        if (redactor is not null && arguments.Transcript is { } path)
            written.WriteFile(path, "the transcript, for reading only,", arguments.IsQuiet, file => WriteHidden(file, transcript, redactor));
        return written.Write(diagnosis, excerpts, arguments.Format, arguments.Output, arguments.IsQuiet, arguments.All);
    }

    private (GatheredEvidence Evidence, Diagnosis.Model.Diagnosis Diagnosis, Excerpts Excerpts) Diagnosed(IEnumerable<Delivery> named, string name, Transcript transcript, CancellationToken cancel)
    {
        var evidence = new EvidenceGathering(EvidenceReading.Default).Gather(named.Append(EvidenceIntake.Recorded(new(name, Host.Client), transcript.Lines, transcript.Entries)), cancel);
        var diagnosis = new Engine(RuleBook.Default).Diagnose(evidence.Observations, evidence.Artifacts, new(surroundings.Clock.GetUtcNow(), null, Scope.Everything));
        return (evidence, diagnosis, ExcerptCutter.Cut(evidence, ReportCitations.Of(diagnosis)));
    }

    /// <summary>A run in which nothing happened, written to nowhere: tables and classes are there when the real one ends.</summary>
    private void Rehearse(string format)
    {
        var nothing = new Transcript(surroundings.Clock);
        nothing.Add(new TranscriptEntry.Began(surroundings.Clock.GetUtcNow(), TranscriptJson.Format, "", "", "", [], []));
        var (_, diagnosis, excerpts) = Diagnosed([], TranscriptName, nothing, CancellationToken.None);
        new DiagnosisOutput(surroundings, TextWriter.Null, TextWriter.Null).Write(diagnosis, excerpts, format, path: null, isQuiet: false, all: true);
    }

    private static void WriteHidden(Stream file, Transcript transcript, Redactor redactor)
    {
        using var text = new StreamWriter(file, Utf8) { NewLine = "\n" };
        foreach (var line in transcript.Lines)
            text.WriteLine(redactor.Line(line));
    }
}
