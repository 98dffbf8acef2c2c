using System.Text;
using Aovpn.Diagnosis.Evidence;
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

    /// <summary>What the diagnosis needs is loaded while the probe waits for answers.</summary>
    private readonly Task _loading = Task.WhenAll(Task.Run(() => EvidenceReading.Default), Task.Run(() => RuleBook.Default));

    /// <summary>Runs the probe. Its transcript is in the file line by line as it happens, but where names are to be hidden, which are known only at the end.</summary>
    /// <exception cref="UsageException">The transcript cannot be written.</exception>
    public async Task<Transcript> RecordAsync(ProbeArguments arguments, Func<Transcript, Task> run)
    {
        if (arguments is { Hidden: not null, Keys: true })
            throw new UsageException("--keys and --redact: keys are there for reading a run, and a redacted one cannot be read. Leave one of them out.");
        try
        {
            await using var file = arguments is { Transcript: { } path, Hidden: null } ? new StreamWriter(path, append: false, Utf8) { NewLine = "\n" } : null;
            var transcript = new Transcript(surroundings.Clock, file, arguments.Keys);
            await run(transcript);
            await _loading;
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
        var artifact = new Artifact(arguments.Transcript ?? TranscriptName, Host.Client);
        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', transcript.Lines) + '\n');
        var named = arguments.Profile is null ? [] : intake.Deliver([arguments.Profile], surroundings.StandardInput);
        var evidence = new EvidenceGathering(EvidenceReading.Default).Gather(named.Append(EvidenceIntake.Recorded(artifact, bytes)), cancel);
        var diagnosis = new Engine(RuleBook.Default).Diagnose(evidence.Observations, evidence.Artifacts, new(surroundings.Clock.GetUtcNow(), null, Scope.Everything));
        var excerpts = ExcerptCutter.Cut(evidence, ReportCitations.Of(diagnosis));
        var redactor = arguments.Hidden is { } hidden
            ? MetNames.Of(new(evidence.Observations, hidden), excerpts, evidence.Artifacts.Select(one => new EvidenceCopy(one, evidence.Opener(one.Artifact))), isWhole: true)
            : null;
        var written = new DiagnosisOutput(surroundings, output, error) { Messages = redactor?.Messages ?? MessageText.AsWritten };
        if (redactor is not null && arguments.Transcript is { } path)
            written.WriteFile(path, "the transcript, for reading only,", arguments.IsQuiet, file => WriteHidden(file, transcript, redactor));
        return written.Write(diagnosis, excerpts, arguments.Format, arguments.Output, arguments.IsQuiet, arguments.All);
    }

    private static void WriteHidden(Stream file, Transcript transcript, Redactor redactor)
    {
        using var text = new StreamWriter(file, Utf8) { NewLine = "\n" };
        foreach (var line in transcript.Lines)
            text.WriteLine(redactor.Line(line));
    }
}
