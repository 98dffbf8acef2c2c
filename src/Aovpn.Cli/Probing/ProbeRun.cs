using Aovpn.Cli.Monitoring;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Observations;
using Aovpn.Intake;

namespace Aovpn.Cli.Probing;

/// <summary>One run of <c>aovpn probe</c>: record, then diagnose what was recorded as <c>aovpn diagnose</c> would.</summary>
internal sealed class ProbeRun(Surroundings surroundings, TextWriter output, TextWriter error)
{
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
            foreach (var line in ProbeChoice.Plan(arguments, profile).Describe(settings))
                output.WriteLine(line);

            return ExitStatus.NothingFound;
        }

        var recorded = new RecordedDiagnosis(surroundings, output, error);
        var transcript = await recorded.RecordAsync(arguments, transcript => ProbeChoice.Plan(arguments, profile).RunAsync(settings, transcript, surroundings.Clock, cancel));
        return recorded.Write(arguments, intake, transcript, cancel);
    }

    private ProfileRead Profile(string path)
    {
        using var intake = new EvidenceIntake(IntakeLimits.Default, []);
        var evidence = new EvidenceGathering(EvidenceReading.Default).Gather(intake.Deliver([path], surroundings.StandardInput));
        return evidence.Observations.OfType<ProfileRead>().FirstOrDefault() ?? throw new UsageException($"{path} holds no VPN profile.");
    }
}
