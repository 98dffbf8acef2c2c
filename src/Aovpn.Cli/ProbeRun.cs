using System.Text;
using Aovpn.Cli.Monitoring;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Judgement;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Diagnosis.Rules;
using Aovpn.Intake;
using Aovpn.Probes;
using Aovpn.Reports;

namespace Aovpn.Cli;

/// <summary>One run of <c>aovpn probe</c>: record, then diagnose what was recorded as <c>aovpn diagnose</c> would.</summary>
internal sealed class ProbeRun(Surroundings surroundings, TextWriter output, TextWriter error)
{
    private const string TranscriptName = "the probe's transcript";

    public async Task<int> RunAsync(ProbeArguments arguments, CancellationToken cancel)
    {
        if (arguments is { Targets: not null, Watch: null })
            return await new ScanRun(surroundings, output).RunAsync(arguments, cancel);

        var progress = new IntakeProgress();
        using var intake = new EvidenceIntake(IntakeLimits.Default, [], progress);
        var profile = arguments.Profile is { } path ? Profile(path) : null;
        if (arguments is { DryRun: false } and ({ Watch: not null } or { Format: "openmetrics" }))
            return await new WatchRun(surroundings, output, error).RunAsync(arguments, profile, cancel);

        var settings = ProbeChoice.Of(arguments, profile, surroundings.Clock.GetUtcNow());
        if (arguments.DryRun)
        {
            foreach (var line in ProbePlan.Of(ProbeChoice.Tunnel(arguments, profile)).Describe(settings))
                output.WriteLine(line);

            return ExitStatus.NothingFound;
        }

        var transcript = await RecordAsync(arguments, ProbePlan.Of(ProbeChoice.Tunnel(arguments, profile)), settings, cancel);
        var artifact = new Artifact(arguments.Transcript ?? TranscriptName, Host.Client);
        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', transcript.Lines) + '\n');
        var named = arguments.Profile is null ? [] : intake.Deliver([arguments.Profile], surroundings.StandardInput);
        var evidence = new EvidenceGathering(EvidenceReading.Default).Gather(named.Append(EvidenceIntake.Recorded(artifact, bytes)), cancel);
        var request = new DiagnosisRequest(surroundings.Clock.GetUtcNow(), null, Scope.Everything);
        var diagnosis = new Engine(RuleBook.Default).Diagnose(evidence.Observations, evidence.Artifacts, request);
        return new DiagnosisOutput(surroundings, output, error).Write(
            diagnosis, ExcerptCutter.Cut(evidence, ReportCitations.Of(diagnosis)), arguments.Format, arguments.Output, arguments.IsQuiet, arguments.All);
    }

    private async Task<Transcript> RecordAsync(ProbeArguments arguments, ProbePlan plan, ProbeSettings settings, CancellationToken cancel)
    {
        try
        {
            await using var file = arguments.Transcript is { } path ? new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" } : null;
            var transcript = new Transcript(surroundings.Clock, file, arguments.Keys);
            await plan.RunAsync(settings, transcript, surroundings.Clock, cancel);
            return transcript;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{arguments.Transcript} cannot be written: {failure.Message}");
        }
    }

    private ProfileRead Profile(string path)
    {
        using var intake = new EvidenceIntake(IntakeLimits.Default, []);
        var evidence = new EvidenceGathering(EvidenceReading.Default).Gather(intake.Deliver([path], surroundings.StandardInput));
        return evidence.Observations.OfType<ProfileRead>().FirstOrDefault() ?? throw new UsageException($"{path} holds no VPN profile.");
    }
}
