using System.Collections.Immutable;
using System.Net;
using Aovpn.Codecs.Ike;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Judgement;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Rules;
using Aovpn.Lab.Deployment;
using Aovpn.Probes.Channels;
using Aovpn.Probes.Sessions.Eap;
using Aovpn.Probes.Steps;
using Aovpn.Probes.Steps.Inside;

namespace Aovpn.Probes.Tests.Lab;

/// <summary>The probe against the lab: what is written down, and what is found in it.</summary>
internal static class MemoryDeployment
{
    public const int IkePort = 15500, NatTraversalPort = 14500;

    public static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Without what asks the system itself: its interfaces and its ping.</summary>
    private static readonly ProbePlan Plan = new([.. ProbePlan.Ikev2.Steps.Where(step => step is not (PingStep or ExternalAddressStep))]);

    /// <summary>What a client with all that it needs is asked to do.</summary>
    /// <param name="wanted">What a stranger's profile wants; as a client, the method itself.</param>
    public static ProbeSettings Settings(LabDeployment lab, ProbeMethod method, bool asksNames = false, ProbeMethod? wanted = null)
    {
        var client = lab.Client;
        var hasPassword = method is ProbeMethod.MsChapV2 or ProbeMethod.PeapMsChapV2;
        var own = method is ProbeMethod.Machine ? client.MachineCertificate : client.UserCertificate;
        var certificate = hasPassword || own is null ? null : new ClientCertificate(own.Chain, own.Key);
        var trust = new ServerTrust([client.Root], Now) { ServerNames = [client.NpsName] };
        return new(LabDeployment.GatewayName)
        {
            Addresses = [IPAddress.Loopback],
            IkePort = IkePort,
            NatTraversalPort = NatTraversalPort,
            Method = method,
            Suites = client.Suites.IsEmpty ? WindowsProposals.Default : client.Suites,
            EspSuites = WindowsProposals.DefaultEsp,
            MachineCertificate = method is ProbeMethod.Machine ? certificate : null,
            LacksCertificate = !hasPassword && own is null,
            Eap = method is ProbeMethod.Machine ? null
                : method is ProbeMethod.Stranger ? Stranger(client.Identity, wanted)
                : new(client.Identity, [Of(method)])
                {
                    Trust = trust, Certificate = certificate,
                    Password = hasPassword ? new(client.Password) : null, GoesOnWithoutCertificate = !hasPassword && own is null, AllowsMsChapV2WithoutTunnel = true,
                },
            Roots = [client.Root],
            RootsFrom = "lab-root.pem",
            ServerNames = [client.NpsName],
            AsksSuites = false,
            TrustsAnyGateway = method is ProbeMethod.Stranger,
            Inside =
            [
                new InsideQuestion.Ping(lab.Inside.Host),
                .. asksNames ? [new InsideQuestion.Resolve(lab.Inside.HostName)] : ImmutableArray<InsideQuestion>.Empty,
                new InsideQuestion.Connect(lab.Inside.Host.ToString(), 80),
            ],
        };
    }

    /// <summary>A whole run in virtual time.</summary>
    /// <param name="loses">Which of the client's ESP packets are lost, counted from 1.</param>
    public static (ImmutableArray<string> Lines, TimeSpan Took) Record(LabDeployment lab, ProbeSettings settings, Func<int, bool>? loses = null)
    {
        var time = new VirtualTime(Now);
        var transcript = new Transcript(time);
        using var network = new MemoryNetwork(lab, time, loses);
        time.Run(() => Plan.RunAsync(settings, transcript, time, TestContext.Current.CancellationToken, network.Open));
        return (transcript.Lines, time.Elapsed);
    }

    /// <summary>The same in real time, for what has clocks of its own: the library that looks names up.</summary>
    public static async Task<ImmutableArray<string>> RecordInRealTimeAsync(LabDeployment lab, ProbeSettings settings, ChannelOpener? open = null)
    {
        var transcript = new Transcript(TimeProvider.System);
        using var network = new MemoryNetwork(lab, TimeProvider.System);
        await Plan.RunAsync(settings, transcript, TimeProvider.System, TestContext.Current.CancellationToken, open ?? network.Open);
        return transcript.Lines;
    }

    public static Diagnosis.Model.Diagnosis Diagnose(ImmutableArray<string> lines)
    {
        var reading = EvidenceReading.Default.Read(ArtifactContent.Of(new Artifact("probe.jsonl", Host.Client), string.Join('\n', lines) + "\n"));
        Assert.Empty(reading.Observations.OfType<Diagnosis.Observations.Unreadable>());
        return new Engine(RuleBook.Default).Diagnose(reading.Observations, [], new(Now, Now, Scope.Everything));
    }

    /// <summary>What is to be done about: found or undecided, best first.</summary>
    public static IEnumerable<Finding> Causes(Diagnosis.Model.Diagnosis diagnosis) => diagnosis.Findings.Where(finding => finding.Verdict is VerdictKind.Found or VerdictKind.Undecided);

    private static EapPeerSettings? Stranger(string identity, ProbeMethod? wanted) => wanted switch
    {
        null => EapPeerSettings.Stranger(identity),
        ProbeMethod.Machine => null,
        { } method => EapPeerSettings.Stranger(identity) with { Methods = [Of(method)] },
    };

    private static EapMethod Of(ProbeMethod method) => method switch
    {
        ProbeMethod.MsChapV2 => EapMethod.MsChapV2,
        ProbeMethod.Tls => EapMethod.Tls,
        ProbeMethod.PeapTls => EapMethod.PeapTls,
        _ => EapMethod.PeapMsChapV2,
    };
}
