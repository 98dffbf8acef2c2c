using System.Collections.Immutable;
using Aovpn.Codecs.Eap;
using Aovpn.Lab.Eap;
using Aovpn.Probes.Sessions.Eap;
using Aovpn.Probes.Sessions.Radius;

namespace Aovpn.Probes.Tests.Sessions.Eap;

public sealed class EapPeerTests
{
    [Theory]
    [InlineData(EapMethod.Tls, false)]
    [InlineData(EapMethod.Tls, true)]
    [InlineData(EapMethod.PeapTls, false)]
    [InlineData(EapMethod.PeapTls, true)]
    [InlineData(EapMethod.PeapMsChapV2, false)]
    [InlineData(EapMethod.MsChapV2, false)]
    public void Each_method_is_accepted_and_both_sides_have_the_same_keys(EapMethod method, bool rsa)
    {
        using var deployment = new EapDeployment(rsa);
        deployment.Peer = deployment.Peer with { Methods = [method] };

        var run = deployment.Run();

        Assert.Equal((RadiusOutcome.Accepted, EapOutcome.Success), (run.Outcome, run.Eap));
        Assert.Equal(64, run.Key?.Length);
        Assert.Contains(new RadiusEvent.Keys(Received: true, Equal: true), run.Events);
        Assert.Equal(method is EapMethod.PeapTls or EapMethod.PeapMsChapV2, run.EapEvents.Contains(new EapEvent.CryptoBinding(Verified: true)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Tls_1_3_gives_the_same_keys(bool rsa)
    {
        using var deployment = new EapDeployment(rsa);
        deployment.Peer = deployment.Peer with { Methods = [EapMethod.Tls] };
        deployment.Server = deployment.Server with { TakesTls13 = true };

        var run = deployment.Run();

        Assert.Equal(EapOutcome.Success, run.Eap);
        Assert.Contains(new RadiusEvent.Keys(Received: true, Equal: true), run.Events);
        Assert.Equal(0x0304, Assert.Single(run.EapEvents.OfType<EapEvent.TlsEstablished>()).Version);
    }

    [Fact]
    public void A_server_without_extended_master_secret_gives_keys_all_the_same()
    {
        using var deployment = new EapDeployment();
        deployment.Peer = deployment.Peer with { Methods = [EapMethod.Tls] };
        deployment.Server = deployment.Server with { LacksExtendedMasterSecret = true };

        var run = deployment.Run();

        Assert.Contains(new RadiusEvent.Keys(Received: true, Equal: true), run.Events);
        Assert.False(Assert.Single(run.EapEvents.OfType<EapEvent.TlsEstablished>()).ExtendedMasterSecret);
    }

    [Fact]
    public void Without_cryptobinding_the_tunnels_key_is_the_key()
    {
        using var deployment = new EapDeployment();
        deployment.Server = deployment.Server with { BindsCryptography = false };

        var run = deployment.Run();

        Assert.Contains(new RadiusEvent.Keys(Received: true, Equal: true), run.Events);
        Assert.DoesNotContain(run.EapEvents, seen => seen is EapEvent.CryptoBinding);
    }

    [Fact]
    public void A_server_behind_another_tunnel_is_noticed()
    {
        using var deployment = new EapDeployment();
        deployment.Server = deployment.Server with { BreaksBinding = true };

        var run = deployment.Run();

        Assert.Equal(EapOutcome.Failed(EapFailureReason.CryptoBindingMismatch), run.Eap);
        Assert.Null(run.Key);
    }

    [Fact]
    public void A_certificate_of_sixty_kilobytes_is_put_together()
    {
        using var deployment = new EapDeployment();
        var names = Enumerable.Range(0, 1600).Select(number => $"a-rather-long-name-{number}.corp.example.com");
        deployment.Server = deployment.Server with { Certificate = deployment.Authority.Issue(EapDeployment.NpsName, [EapDeployment.ServerPurpose], moreNames: names) };

        var run = deployment.Run();

        Assert.Equal(EapOutcome.Success, run.Eap);
        Assert.True(run.EapEvents.OfType<EapEvent.ServerCertificates>().First().Chain[0].Length > 60_000);
    }

    [Theory]
    [InlineData(nameof(EapFailureReason.RefusedAtIdentity), LabAccount.Unknown, EapMethod.PeapTls)]
    [InlineData(nameof(EapFailureReason.RefusedAtIdentity), LabAccount.Disabled, EapMethod.Tls)]
    [InlineData(nameof(EapFailureReason.RefusedAfterHandshake), LabAccount.LockedOut, EapMethod.Tls)]
    [InlineData(nameof(EapFailureReason.RefusedAfterHandshake), LabAccount.LockedOut, EapMethod.PeapTls)]
    [InlineData(nameof(EapFailureReason.MsChapFailure), LabAccount.LockedOut, EapMethod.PeapMsChapV2)]
    [InlineData(nameof(EapFailureReason.MsChapFailure), LabAccount.PasswordExpired, EapMethod.MsChapV2)]
    public void The_account_decides(string reason, LabAccount account, EapMethod method)
    {
        using var deployment = new EapDeployment();
        deployment.Peer = deployment.Peer with { Methods = [method] };
        deployment.Server = deployment.Server with { Account = account };

        var run = deployment.Run();

        Assert.Equal((RadiusOutcome.Rejected, reason), (run.Outcome, run.Eap.Reason.ToString()));
    }

    [Theory]
    [InlineData(EapMethod.PeapMsChapV2, true)]
    [InlineData(EapMethod.MsChapV2, false)]
    public void A_wrong_password_is_tried_once(EapMethod method, bool inner)
    {
        using var deployment = new EapDeployment();
        deployment.Peer = deployment.Peer with { Methods = [method], Password = new("other") };

        var run = deployment.Run();

        Assert.Equal(EapOutcome.Failed(EapFailureReason.MsChapFailure), run.Eap);
        Assert.Equal(new EapEvent.MsChapFailed(inner, 691, Retry: true, "refused"), Assert.Single(run.EapEvents.OfType<EapEvent.MsChapFailed>()));
    }

    [Theory]
    [InlineData(EapMethod.Tls)]
    [InlineData(EapMethod.PeapTls)]
    public void A_users_certificate_is_refused_with_the_servers_alert(EapMethod method)
    {
        using var deployment = new EapDeployment();
        foreach (var (certificate, alert) in new[]
        {
            (deployment.Authority.Issue(EapDeployment.User, [EapDeployment.ClientPurpose], ends: EapDeployment.Now.AddDays(-1), begins: EapDeployment.Now.AddDays(-9)), 45),
            (deployment.Authority.Issue(EapDeployment.User, [EapDeployment.ServerPurpose]), 43),
            (deployment.OtherAuthority.Issue(EapDeployment.User, [EapDeployment.ClientPurpose]), 48),
        })
        {
            deployment.Peer = deployment.Peer with { Methods = [method], Certificate = EapDeployment.Own(certificate) };

            var run = deployment.Run();

            Assert.Equal(EapOutcome.Failed(EapFailureReason.TlsAlertReceived), run.Eap);
            Assert.Contains(new EapEvent.TlsAlert(method is EapMethod.PeapTls, FromServer: true, Fatal: true, (byte)alert), run.EapEvents);
        }
    }

    [Fact]
    public void Without_a_certificate_the_list_is_empty_and_the_server_refuses()
    {
        using var deployment = new EapDeployment();
        deployment.Peer = deployment.Peer with { Methods = [EapMethod.Tls], Certificate = null, GoesOnWithoutCertificate = true };

        var run = deployment.Run();

        Assert.Equal(EapOutcome.Failed(EapFailureReason.TlsAlertReceived), run.Eap);
        Assert.Contains(new EapEvent.ClientCertificateSent(Inner: false, null), run.EapEvents);
    }

    [Theory]
    [InlineData(EapMethod.Tls, 25, nameof(EapFailureReason.NoCommonMethod))]
    [InlineData(EapMethod.PeapTls, 13, nameof(EapFailureReason.NoCommonMethod))]
    [InlineData(EapMethod.MsChapV2, 13, nameof(EapFailureReason.NoCommonMethod))]
    public void A_method_that_the_server_lacks_is_refused_after_a_nak(EapMethod wanted, byte only, string reason)
    {
        using var deployment = new EapDeployment();
        deployment.Peer = deployment.Peer with { Methods = [wanted] };
        deployment.Server = deployment.Server with { Methods = [new(only)] };

        var run = deployment.Run();

        Assert.Equal(reason, run.Eap.Reason.ToString());
    }

    [Fact]
    public void An_inner_method_that_the_server_lacks_is_refused_inside()
    {
        using var deployment = new EapDeployment();
        deployment.Server = deployment.Server with { InnerMethods = [EapType.MsChapV2] };

        var run = deployment.Run();

        Assert.Equal(EapOutcome.Failed(EapFailureReason.NoCommonInnerMethod), run.Eap);
        Assert.Contains(new EapEvent.TunnelResult(Success: false), run.EapEvents);
    }

    [Fact]
    public void A_stranger_learns_the_certificate_and_every_inner_method()
    {
        using var deployment = new EapDeployment();
        deployment.Peer = EapPeerSettings.Stranger(EapDeployment.User);

        var run = deployment.Run();

        Assert.Equal(EapOutcome.Failed(EapFailureReason.NoCredentials), run.Eap);
        Assert.NotEmpty(run.EapEvents.OfType<EapEvent.ServerCertificates>());
        ImmutableArray<EapEvent.MethodOffered> offered = [.. run.EapEvents.OfType<EapEvent.MethodOffered>()];
        Assert.Equal([new(EapType.Peap, false), new(EapType.Tls, true), new(EapType.MsChapV2, true)], offered);
    }

    [Fact]
    public void A_request_sent_again_gets_the_same_response()
    {
        using var peer = new EapPeer(new("alice", [EapMethod.Tls]));
        var request = EapPacket.Request(7, EapType.Identity, []).Encode();

        var first = peer.Answer(request);
        var again = peer.Answer(request);

        Assert.Equal(first.Response!.Value.ToArray(), again.Response!.Value.ToArray());
        Assert.Empty(again.Events);
    }

    [Theory]
    [InlineData("")]
    [InlineData("01")]
    [InlineData("0101FFFF01")]
    [InlineData("0101000503")]
    [InlineData("0201000501")]
    [InlineData("03010004")]
    [InlineData("010100060D00")]
    [InlineData("0101000A0D0016030300")]
    public void What_no_server_sends_ends_the_run(string packet)
    {
        using var peer = new EapPeer(new("alice", [EapMethod.Tls]));

        var answer = peer.Answer(Convert.FromHexString(packet));

        Assert.Null(answer.Response);
        Assert.Equal(EapOutcome.Failed(EapFailureReason.Misbehaved), peer.Outcome);
        Assert.Contains(answer.Events, seen => seen is EapEvent.Misbehaved);
    }

    [Fact]
    public void Requests_without_end_are_left()
    {
        using var peer = new EapPeer(new("alice", [EapMethod.Tls]));
        for (var round = 0; round < 300; round++)
            peer.Answer(EapPacket.Request((byte)round, EapType.Notification, BitConverter.GetBytes(round)).Encode());

        Assert.Equal(EapOutcome.Failed(EapFailureReason.TooManyRounds), peer.Outcome);
    }
}
