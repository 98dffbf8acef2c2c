using System.Collections.Immutable;
using System.Net;
using System.Text;
using Aovpn.Codecs.Eap;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Judgement;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Rules;
using Aovpn.Lab.Eap;
using Aovpn.Lab.Radius;
using Aovpn.Probes.Radius;
using Aovpn.Probes.Sessions.Eap;
using Aovpn.Probes.Tests.Sessions.Eap;

namespace Aovpn.Probes.Tests.Radius;

/// <summary>From the wire to the finding: a RADIUS server on loopback, its fault, the transcript, the diagnosis.</summary>
public sealed class RadiusProbeTests
{
    [Theory]
    [InlineData(EapMethod.Tls)]
    [InlineData(EapMethod.PeapTls)]
    [InlineData(EapMethod.PeapMsChapV2)]
    [InlineData(EapMethod.MsChapV2)]
    public async Task A_healthy_server_gives_no_finding(EapMethod method)
    {
        var diagnosis = await ProbeAsync(deployment => deployment.Peer = deployment.Peer with { Methods = [method] });

        Assert.DoesNotContain(diagnosis.Findings, finding => finding.Verdict is VerdictKind.Found or VerdictKind.Undecided);
        Assert.Contains(diagnosis.Stages, stage => stage is { Stage: Stage.Authorization, State: StageState.Passed });
    }

    [Fact]
    public async Task A_healthy_server_gives_a_stranger_no_finding()
    {
        var diagnosis = await ProbeAsync(deployment => deployment.Peer = EapPeerSettings.Stranger(EapDeployment.User) with { Trust = deployment.Peer.Trust });

        Assert.DoesNotContain(diagnosis.Findings, finding => finding.Verdict is VerdictKind.Found or VerdictKind.Undecided);
    }

    public static TheoryData<string, string> Faults => new()
    {
        { "policy", "AOV521" },
        { "unknown-client", "AOV613" },
        { "method", "AOV601" },
        { "inner-method", "AOV601" },
        { "password", "AOV530" },
        { "password-expired", "AOV531" },
        { "nps-expired", "AOV512" },
        { "nps-untrusted", "AOV512" },
        { "nps-name", "AOV514" },
        { "user-expired", "AOV520" },
        { "user-untrusted", "AOV510" },
        { "user-purpose", "AOV609" },
        { "no-certificate", "AOV507" },
        { "no-certificate-inside", "AOV507" },
        { "fragments", "AOV615" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Each_fault_has_its_cause_first(string fault, string cause)
    {
        var diagnosis = await ProbeAsync(deployment => Break(deployment, fault), settings => fault switch
        {
            "unknown-client" => settings with { KnowsNobody = true },
            "fragments" => settings with { LargestRequest = 1500 },
            _ => settings,
        });

        Assert.Equal(cause, diagnosis.Findings.First(finding => finding.Verdict is VerdictKind.Found or VerdictKind.Undecided).Page.Id);
    }

    [Fact]
    public async Task A_closed_port_is_a_stopped_service()
    {
        int port;
        using (var closed = new LoopbackRadius(new("x", new EapDeployment().Server)))
            port = closed.Port;
        using var deployment = new EapDeployment();

        var (diagnosis, _) = Diagnose(await RecordAsync(deployment, port));

        Assert.Equal("AOV625", diagnosis.Findings.First(finding => finding.Verdict is VerdictKind.Found).Page.Id);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_transcript_and_no_plan_has_a_secret(bool stranger)
    {
        using var deployment = new EapDeployment();
        if (stranger)
            deployment.Peer = EapPeerSettings.Stranger(EapDeployment.User);
        using var server = new LoopbackRadius(new(EapDeployment.Secret, deployment.Server));
        var settings = Settings(deployment, server.Port);

        var text = string.Join('\n', await RecordAsync(deployment, server.Port)) + string.Join('\n', RadiusProbe.Describe(settings)) + settings;

        foreach (var secret in new[] { EapDeployment.Password, EapDeployment.Secret })
        {
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToHexString(Encoding.UTF8.GetBytes(secret)), text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)), text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("healthy")]
    [InlineData("user-untrusted")]
    public async Task What_a_run_noted_is_what_its_lines_say(string fault)
    {
        using var deployment = new EapDeployment();
        Break(deployment, fault);
        using var server = new LoopbackRadius(new(EapDeployment.Secret, deployment.Server));
        var transcript = new Transcript(TimeProvider.System);
        await new RadiusProbe(Settings(deployment, server.Port), transcript).RunAsync(TestContext.Current.CancellationToken);
        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', transcript.Lines) + "\n");

        var written = EvidenceReading.Default.Read(ArtifactContent.Of(new Artifact("probe.jsonl", Host.Client), bytes));
        var noted = EvidenceReading.Default.Read(ArtifactContent.Of(new Artifact("probe.jsonl", Host.Client), bytes, transcript.Entries));

        Assert.Equal(written.Records, noted.Records);
        Assert.Equal(written.Observations.Select(Told), noted.Observations.Select(Told));

        static string Told(Observation seen) => $"{seen} {string.Join(' ', seen.Fields)}";
    }

    private static void Break(EapDeployment deployment, string fault)
    {
        var now = EapDeployment.Now;
        switch (fault)
        {
            case "policy":
                deployment.Server = deployment.Server with { RefusesAll = true };
                break;
            case "method":
                deployment.Server = deployment.Server with { Methods = [EapType.MsChapV2] };
                break;
            case "inner-method":
                deployment.Server = deployment.Server with { InnerMethods = [EapType.MsChapV2] };
                break;
            case "password":
                deployment.Peer = deployment.Peer with { Methods = [EapMethod.PeapMsChapV2], Password = new("other") };
                break;
            case "password-expired":
                deployment.Peer = deployment.Peer with { Methods = [EapMethod.PeapMsChapV2] };
                deployment.Server = deployment.Server with { Account = LabAccount.PasswordExpired };
                break;
            case "nps-expired":
                deployment.Server = deployment.Server with { Certificate = deployment.Authority.Issue(EapDeployment.NpsName, [EapDeployment.ServerPurpose], now.AddDays(-9), now.AddDays(-1)) };
                break;
            case "nps-untrusted":
                deployment.Server = deployment.Server with { Certificate = deployment.OtherAuthority.Issue(EapDeployment.NpsName, [EapDeployment.ServerPurpose]) };
                break;
            case "nps-name":
                deployment.Server = deployment.Server with { Certificate = deployment.Authority.Issue("nps9.corp.example.com", [EapDeployment.ServerPurpose]) };
                break;
            case "user-expired":
                deployment.Peer = deployment.Peer with { Certificate = EapDeployment.Own(deployment.Authority.Issue(EapDeployment.User, [EapDeployment.ClientPurpose], now.AddDays(-9), now.AddDays(-1))) };
                break;
            case "user-untrusted":
                deployment.Peer = deployment.Peer with { Certificate = EapDeployment.Own(deployment.OtherAuthority.Issue(EapDeployment.User, [EapDeployment.ClientPurpose])) };
                break;
            case "no-certificate" or "no-certificate-inside":
                deployment.Peer = deployment.Peer with { Methods = [fault is "no-certificate" ? EapMethod.Tls : EapMethod.PeapTls], Certificate = null, GoesOnWithoutCertificate = true };
                break;
            case "user-purpose":
                deployment.Peer = deployment.Peer with { Certificate = EapDeployment.Own(deployment.Authority.Issue(EapDeployment.User, [EapDeployment.ServerPurpose])) };
                break;
        }
    }

    private static async Task<Diagnosis.Model.Diagnosis> ProbeAsync(Action<EapDeployment> change, Func<RadiusServerSettings, RadiusServerSettings>? fault = null)
    {
        using var deployment = new EapDeployment();
        change(deployment);
        var settings = new RadiusServerSettings(EapDeployment.Secret, deployment.Server);
        using var server = new LoopbackRadius(fault is null ? settings : fault(settings));
        var (diagnosis, unreadable) = Diagnose(await RecordAsync(deployment, server.Port));
        Assert.Equal(0, unreadable);
        return diagnosis;
    }

    private static async Task<ImmutableArray<string>> RecordAsync(EapDeployment deployment, int port)
    {
        var transcript = new Transcript(TimeProvider.System);
        await new RadiusProbe(Settings(deployment, port), transcript).RunAsync(TestContext.Current.CancellationToken);
        return transcript.Lines;
    }

    private static RadiusProbeSettings Settings(EapDeployment deployment, int port) => new("127.0.0.1", new(new(EapDeployment.Secret)), deployment.Peer)
    {
        Address = IPAddress.Loopback,
        Port = port,
        Method = deployment.Peer.IsStranger ? "stranger" : "peap-tls",
        Waits = [TimeSpan.FromSeconds(1)],
    };

    private static (Diagnosis.Model.Diagnosis Diagnosis, int Unreadable) Diagnose(ImmutableArray<string> lines)
    {
        var reading = EvidenceReading.Default.Read(ArtifactContent.Of(new Artifact("probe.jsonl", Host.Client), string.Join('\n', lines) + "\n"));
        return (new Engine(RuleBook.Default).Diagnose(reading.Observations, [], new(EapDeployment.Now, EapDeployment.Now, Scope.Everything)), reading.Observations.OfType<Diagnosis.Observations.Unreadable>().Count());
    }
}
