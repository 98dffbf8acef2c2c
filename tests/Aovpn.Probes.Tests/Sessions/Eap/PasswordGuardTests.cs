using System.Collections.Immutable;
using System.Text;
using Aovpn.Codecs.Eap;
using Aovpn.Lab.Certificates;
using Aovpn.Probes.Sessions.Eap;

namespace Aovpn.Probes.Tests.Sessions.Eap;

/// <summary>A password is told nobody who is not proved to be the server.</summary>
public sealed class PasswordGuardTests
{
    public static TheoryData<string> Faults => ["expired", "not-yet", "purpose", "untrusted", "name", "no-trust"];

    [Theory]
    [MemberData(nameof(Faults))]
    public void No_password_and_no_certificate_goes_to_a_server_that_is_not_trusted(string fault)
    {
        foreach (var method in new[] { EapMethod.PeapMsChapV2, EapMethod.PeapTls, EapMethod.Tls })
        {
            using var deployment = new EapDeployment();
            deployment.Peer = deployment.Peer with { Methods = [method] };
            var problem = Break(deployment, fault);

            var run = deployment.Run();

            Assert.Equal(EapOutcome.Failed(EapFailureReason.ServerNotTrusted), run.Eap);
            Assert.Contains(problem, run.EapEvents.OfType<EapEvent.ServerJudged>().First().Problems);
            Assert.DoesNotContain(run.EapEvents, seen => seen is EapEvent.ClientCertificateSent or EapEvent.MethodOffered { Inner: true } or EapEvent.TlsEstablished);
        }
    }

    [Fact]
    public void Without_a_tunnel_the_password_needs_the_users_word()
    {
        using var deployment = new EapDeployment();
        deployment.Peer = deployment.Peer with { Methods = [EapMethod.MsChapV2], AllowsMsChapV2WithoutTunnel = false };

        var run = deployment.Run();

        Assert.Equal(EapOutcome.Failed(EapFailureReason.NoCredentials), run.Eap);
        Assert.DoesNotContain(run.EapEvents, seen => seen is EapEvent.MsChapVerified or EapEvent.MsChapFailed);
    }

    [Fact]
    public void A_server_that_does_not_know_the_password_is_left()
    {
        using var peer = new EapPeer(new("alice", [EapMethod.MsChapV2]) { Password = new("secret"), AllowsMsChapV2WithoutTunnel = true });
        peer.Answer(Request(1, new MsChapV2Packet.Challenge(1, [.. new byte[16]], "x")));

        var answer = peer.Answer(Request(2, new MsChapV2Packet.Success(1, "S=0000000000000000000000000000000000000000")));

        Assert.Null(answer.Response);
        Assert.Equal(EapOutcome.Failed(EapFailureReason.ServerDoesNotKnowPassword), peer.Outcome);
    }

    [Fact]
    public void No_event_and_no_text_of_the_settings_holds_the_password()
    {
        using var deployment = new EapDeployment();
        foreach (var method in Enum.GetValues<EapMethod>())
        {
            deployment.Peer = deployment.Peer with { Methods = [method] };
            var run = deployment.Run();

            var told = string.Join('\n', run.Events) + string.Join('\n', run.EapEvents) + deployment.Peer;
            Assert.DoesNotContain(EapDeployment.Password, told, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToHexString(Encoding.UTF8.GetBytes(EapDeployment.Password)), told, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("nps1.corp.example.com", true)]
    [InlineData("NPS1.corp.example.com", true)]
    [InlineData("nps*.corp.example.com", true)]
    [InlineData("nps.*\\.corp\\.example\\.com", true)]
    [InlineData("^nps.*\\.example\\.com$", true)]
    [InlineData("*.corp.example.com", true)]
    [InlineData("corp.example.com", false)]
    [InlineData("nps2*.corp.example.com", false)]
    [InlineData("nps*.corp.example.org", false)]
    [InlineData("nps1.corp.example.com*nps1.corp.example.com", false)]
    public void Server_names_are_names_or_expressions_with_a_star(string allowed, bool accepted)
    {
        using var deployment = new EapDeployment();
        deployment.Peer = deployment.Peer with { Trust = deployment.Peer.Trust! with { ServerNames = ["other.example.com", allowed] } };

        Assert.Equal(accepted, deployment.Run().Eap == EapOutcome.Success);
    }

    [Fact]
    public void A_thumbprint_of_another_root_refuses()
    {
        using var deployment = new EapDeployment();
        deployment.Peer = deployment.Peer with { Trust = deployment.Peer.Trust! with { RootThumbprints = ["00112233445566778899aabbccddeeff00112233"] } };

        Assert.Equal(EapOutcome.Failed(EapFailureReason.ServerNotTrusted), deployment.Run().Eap);
    }

    private static ServerProblem Break(EapDeployment deployment, string fault)
    {
        var (begins, ends, now) = (EapDeployment.Now.AddDays(-20), EapDeployment.Now.AddDays(20), EapDeployment.Now);
        LabCertificate Certificate(LabAuthority authority, ImmutableArray<string> purposes, DateTimeOffset from, DateTimeOffset to, string name = EapDeployment.NpsName) =>
            authority.Issue(name, purposes, from, to);

        var (certificate, problem) = fault switch
        {
            "expired" => (Certificate(deployment.Authority, [EapDeployment.ServerPurpose], begins, now.AddDays(-1)), ServerProblem.Expired),
            "not-yet" => (Certificate(deployment.Authority, [EapDeployment.ServerPurpose], now.AddDays(1), ends), ServerProblem.NotYetValid),
            "purpose" => (Certificate(deployment.Authority, [EapDeployment.ClientPurpose], begins, ends), ServerProblem.Purpose),
            "untrusted" => (Certificate(deployment.OtherAuthority, [EapDeployment.ServerPurpose], begins, ends), ServerProblem.Untrusted),
            "name" => (Certificate(deployment.Authority, [EapDeployment.ServerPurpose], begins, ends, "nps9.corp.example.com"), ServerProblem.Name),
            _ => (deployment.Server.Certificate, ServerProblem.NothingToJudgeBy),
        };
        deployment.Server = deployment.Server with { Certificate = certificate };
        if (fault == "no-trust")
            deployment.Peer = deployment.Peer with { Trust = null };
        return problem;
    }

    private static byte[] Request(byte identifier, MsChapV2Packet packet) => EapPacket.Request(identifier, EapType.MsChapV2, packet.Encode()).Encode();
}
