using System.Net;
using System.Text;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Judgement;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Diagnosis.Rules;
using Aovpn.Intake;
using Aovpn.Probes;
using Aovpn.Probes.Radius;
using Aovpn.Probes.Sessions.Eap;
using Aovpn.Probes.Sessions.Radius;
using Aovpn.Reports;

namespace Aovpn.Cli;

/// <summary>One run of <c>aovpn radius</c>: record, then diagnose what was recorded as <c>aovpn diagnose</c> would.</summary>
internal sealed class RadiusRun(Surroundings surroundings, TextWriter output, TextWriter error)
{
    private const string TranscriptName = "the probe's transcript";

    /// <summary>Smallest that RFC 2865 allows for Framed-MTU, and the largest.</summary>
    private const int SmallestMtu = 64, LargestMtu = 65535;

    public async Task<int> RunAsync(RadiusArguments arguments, CancellationToken cancel)
    {
        using var intake = new EvidenceIntake(IntakeLimits.Default, [], new IntakeProgress());
        var profile = arguments.Probe.Profile is { } path ? Profile(intake, path) : null;
        var settings = Settings(arguments, profile);
        if (arguments.Probe.DryRun)
        {
            foreach (var line in RadiusProbe.Describe(settings))
                output.WriteLine(line);
            return ExitStatus.NothingFound;
        }

        var transcript = await RecordAsync(arguments.Probe, settings, cancel);
        var artifact = new Artifact(arguments.Probe.Transcript ?? TranscriptName, Host.Client);
        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', transcript.Lines) + '\n');
        var named = arguments.Probe.Profile is null ? [] : intake.Deliver([arguments.Probe.Profile], surroundings.StandardInput);
        var evidence = new EvidenceGathering(EvidenceReading.Default).Gather(named.Append(EvidenceIntake.Recorded(artifact, bytes)), cancel);
        var diagnosis = new Engine(RuleBook.Default).Diagnose(evidence.Observations, evidence.Artifacts, new(surroundings.Clock.GetUtcNow(), null, Scope.Everything));
        return new DiagnosisOutput(surroundings, output, error).Write(
            diagnosis, ExcerptCutter.Cut(evidence, ReportCitations.Of(diagnosis)), arguments.Probe.Format, arguments.Probe.Output, arguments.Probe.IsQuiet, arguments.Probe.All);
    }

    private RadiusProbeSettings Settings(RadiusArguments arguments, ProfileRead? profile)
    {
        if (arguments.FramedMtu is < SmallestMtu or > LargestMtu)
            throw new UsageException($"--framed-mtu {arguments.FramedMtu}: from {SmallestMtu} to {LargestMtu}.");
        var probe = ProbeChoice.Of(arguments.Probe, profile, surroundings.Clock.GetUtcNow());
        var client = new RadiusClientSettings(arguments.Probe.DryRun ? new("") : ProbeCredentials.SharedSecret(arguments))
        {
            NasAddress = arguments.NasAddress is { } nas ? IPAddress.TryParse(nas, out var address) ? address : throw new UsageException($"--nas-address {nas} is no address.") : IPAddress.Loopback,
            NasIdentifier = arguments.NasIdentifier ?? "",
            CallingStation = arguments.CallingStation ?? "",
            FramedMtu = arguments.FramedMtu,
        };
        return new(probe.Host, client, probe.Eap ?? EapPeerSettings.Stranger(arguments.Probe.Identity ?? ""))
        {
            Port = arguments.Probe.Port,
            AccountingPort = arguments.AccountingPort,
            Method = EapSteps.Word(probe.Method),
            AsksMethods = !arguments.OnlyAuthentication,
            AsksLarge = !arguments.OnlyAuthentication,
            AsksAccounting = arguments.Accounting,
            AsksUnsigned = arguments.Forgery,
            Roots = arguments.Probe.Roots is null ? null : probe.Roots,
            RootsFrom = probe.RootsFrom,
        };
    }

    private async Task<Transcript> RecordAsync(ProbeArguments arguments, RadiusProbeSettings settings, CancellationToken cancel)
    {
        try
        {
            await using var file = arguments.Transcript is { } path ? new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" } : null;
            var transcript = new Transcript(surroundings.Clock, file);
            await new RadiusProbe(settings, transcript).RunAsync(cancel);
            return transcript;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{arguments.Transcript} cannot be written: {failure.Message}");
        }
    }

    private ProfileRead Profile(EvidenceIntake intake, string path)
    {
        var evidence = new EvidenceGathering(EvidenceReading.Default).Gather(intake.Deliver([path], surroundings.StandardInput));
        return evidence.Observations.OfType<ProfileRead>().FirstOrDefault() ?? throw new UsageException($"{path} holds no VPN profile.");
    }
}
