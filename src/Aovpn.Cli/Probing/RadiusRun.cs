using System.Net;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Observations;
using Aovpn.Intake;
using Aovpn.Probes;
using Aovpn.Probes.Radius;
using Aovpn.Probes.Sessions.Eap;
using Aovpn.Probes.Sessions.Radius;

namespace Aovpn.Cli.Probing;

/// <summary>One run of <c>aovpn radius</c>: record, then diagnose what was recorded as <c>aovpn diagnose</c> would.</summary>
internal sealed class RadiusRun(Surroundings surroundings, TextWriter output, TextWriter error)
{
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

        var recorded = new RecordedDiagnosis(surroundings, output, error);
        var transcript = await recorded.RecordAsync(arguments.Probe, transcript => new RadiusProbe(settings, transcript).RunAsync(cancel));
        return recorded.Write(arguments.Probe, intake, transcript, cancel);
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
            ChecksRevocation = arguments.Probe.ChecksRevocation,
            Roots = arguments.Probe.Roots is null ? null : probe.Roots,
            RootsFrom = probe.RootsFrom,
        };
    }

    private ProfileRead Profile(EvidenceIntake intake, string path)
    {
        var evidence = new EvidenceGathering(EvidenceReading.Default).Gather(intake.Deliver([path], surroundings.StandardInput));
        return evidence.Observations.OfType<ProfileRead>().FirstOrDefault() ?? throw new UsageException($"{path} holds no VPN profile.");
    }
}
