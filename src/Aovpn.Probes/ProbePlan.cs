using System.Collections.Immutable;
using Aovpn.Diagnosis.Evidence.Transcripts;
using Aovpn.Diagnosis.Model;
using Aovpn.Probes.Channels;
using Aovpn.Probes.Steps;
using Aovpn.Probes.Steps.Tunnels;

namespace Aovpn.Probes;

/// <summary>The steps of a probe in their order: from the client outwards, as a connection goes. The order is the meaning, so it is written down here.</summary>
public sealed class ProbePlan(ImmutableArray<IProbeStep> steps)
{
    /// <summary>For IKEv2: what Always On VPN uses.</summary>
    public static ProbePlan Ikev2 { get; } = new(
    [
        new LocalStep(),
        new ExternalAddressStep(),
        new NameStep(),
        new PingStep(),
        new AddressesStep(),
        new ReachStep(),
        new SuiteStep(),
        new LargeDatagramStep(),
        new ConnectStep(),
        new RevocationStep(),
    ]);

    /// <summary>An IKEv2 connection and nothing besides: no questions whose silence is an answer, no questions about algorithms.</summary>
    public static ProbePlan Connection { get; } = new([new LocalStep(), new NameStep(), new ConnectStep(), new RevocationStep()]);

    /// <summary>How a tunnel type is walked. Automatic tries each by itself, in Windows' order.</summary>
    public static ProbePlan Of(TunnelType type) => type switch
    {
        TunnelType.Sstp => new([.. Way, new SstpStep(), new RevocationStep()]),
        TunnelType.L2tp => new([.. Way, new L2tpStep()]),
        TunnelType.Pptp => new([.. Way, new PptpStep()]),
        TunnelType.Automatic => new([.. Way, new SstpStep(), new L2tpStep(), new PptpStep(), .. Ikev2.Steps.Skip(Way.Length)]),
        _ => Ikev2,
    };

    /// <summary>What every tunnel type begins with: this machine, the name, the way.</summary>
    private static ImmutableArray<IProbeStep> Way => [.. Ikev2.Steps.TakeWhile(step => step is not AddressesStep)];

    public ImmutableArray<IProbeStep> Steps => steps;

    /// <summary>What would be sent to whom, a line for each step.</summary>
    public IEnumerable<string> Describe(ProbeSettings settings) => steps.Select(step => step.Plan(settings)).Where(line => line.Length > 0);

    /// <summary>Runs all steps that make sense; what happened is in the transcript.</summary>
    /// <param name="open">What datagrams travel over; null for UDP.</param>
    public async Task<ProbeWalk> RunAsync(ProbeSettings settings, Transcript transcript, TimeProvider clock, CancellationToken cancel, ChannelOpener? open = null)
    {
        transcript.Add(new TranscriptEntry.Began(
            transcript.Now, TranscriptJson.Format, "aovpn", settings.Host, EapSteps.Word(settings.Method), settings.ServerNames, settings.TrustedRoots, settings.Eap?.Identity));

        var context = new ProbeContext(settings, transcript, clock, open);
        var times = ImmutableArray.CreateBuilder<(string, TimeSpan)>();
        var goesOn = true;
        foreach (var step in steps)
        {
            // What was shown before the way ended can be asked about all the same.
            if (!goesOn && step is not RevocationStep)
                continue;
            var began = clock.GetTimestamp();
            goesOn &= await step.RunAsync(context, cancel);
            times.Add((KebabCase.Of(step.GetType().Name[..^"Step".Length]), clock.GetElapsedTime(began)));
        }

        return new(context.Gateway?.Address, times.ToImmutable());
    }
}
