using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Aovpn.Codecs.Ike;
using Aovpn.Probes.Sessions.Eap;
using Aovpn.Probes.Sessions.Ike;

namespace Aovpn.Probes.Tests.Sessions.Ike;

/// <summary>The initiator against a responder in memory and a clock in the hand: what it sends, when, and how it ends.</summary>
public sealed class IkeInitiatorTests
{
    private static readonly IPEndPoint Local = new(IPAddress.Parse("198.51.100.10"), 40000), Remote = new(IPAddress.Parse("203.0.113.10"), 500);
    private static readonly RSA MachineKey = RSA.Create(2048);
    private static readonly X509Certificate2 Machine = new CertificateRequest("CN=pc1.corp.example.com", MachineKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
        .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(90));

    private static IkeInitiatorSettings Settings { get; } = new(Local, Remote, [FakeGateway.Suite])
    {
        MachineCertificate = new([[.. Machine.RawData]], MachineKey),
        Identity = new(true, IdentificationType.DerAsn1DistinguishedName, [.. Machine.SubjectName.RawData]),
        EspSuites = [new(EncryptionAlgorithm.AesGcm16, 256, IntegrityAlgorithm.None, default, KeyExchangeMethod.None)],
    };

    [Fact]
    public void A_machine_certificate_opens_a_tunnel_over_fragments_both_ways_and_deletes_it()
    {
        var gateway = new FakeGateway();
        var initiator = new IkeInitiator(Settings with { FragmentSize = 576 });

        var events = Run(initiator, gateway);

        Assert.True(gateway.InitiatorProved(Machine));
        Assert.Equal("10.0.0.7", initiator.Child!.Address!.ToString());
        Assert.Equal(0x09080706u, initiator.Child.OutboundSpi);
        Assert.True(Assert.Single(events.OfType<IkeEvent.GatewayProved>()).Verifies);
        var auth = events.OfType<IkeEvent.Send>().Where(send => send.Datagram.Port is IkePort.NatTraversal).ToArray();
        Assert.True(auth.Length > 2, "one IKE_AUTH of several fragments");
        Assert.All(auth, send => Assert.InRange(send.Datagram.Bytes.Length, 1, 576 - 28));

        Run(initiator, gateway, initiator.Close(TimeSpan.FromSeconds(1)));
        Assert.True(gateway.Deleted);
        Assert.IsType<IkeEnding.Done>(initiator.Ending);
    }

    [Fact]
    public void Cookies_and_another_group_are_answered_and_endless_cookies_are_not()
    {
        var other = FakeGateway.Suite with { KeyExchange = KeyExchangeMethod.Ecp256 };
        var patient = new FakeGateway { Cookies = 2 };
        var initiator = new IkeInitiator(Settings with { Suites = [other, FakeGateway.Suite], Goal = IkeGoal.Init });
        var events = Run(initiator, patient);

        Assert.Equal(2, patient.CookiesGiven);
        Assert.Equal(FakeGateway.Suite, Assert.Single(events.OfType<IkeEvent.SuiteChosen>()).Suite);
        Assert.Equal(4, events.OfType<IkeEvent.Send>().Count());
        Assert.IsType<IkeEnding.Done>(initiator.Ending);

        var endless = new IkeInitiator(Settings);
        Run(endless, new FakeGateway { Cookies = 99 });
        Assert.IsType<IkeEnding.Misbehaved>(endless.Ending);
    }

    [Fact]
    public void A_group_that_was_not_proposed_ends_it()
    {
        var initiator = new IkeInitiator(Settings with { Suites = [FakeGateway.Suite with { KeyExchange = KeyExchangeMethod.Ecp256 }] });
        Run(initiator, new FakeGateway());
        Assert.Equal(NotifyMessageType.InvalidKePayload, Assert.IsType<IkeEnding.Refused>(initiator.Ending).Error);
    }

    [Fact]
    public void Asked_only_for_its_algorithms_a_gateway_is_left_without_state()
    {
        var initiator = new IkeInitiator(Settings with { Goal = IkeGoal.Ask, KeyExchanges = _ => KeyExchange.Create(KeyExchangeMethod.Modp768) });
        var events = Run(initiator, new FakeGateway());

        Assert.Single(events.OfType<IkeEvent.Send>());
        Assert.Equal(NotifyMessageType.InvalidKePayload, Assert.IsType<IkeEnding.Refused>(initiator.Ending).Error);
        Assert.Empty(events.OfType<IkeEvent.Keyed>());
    }

    [Fact]
    public void A_silent_gateway_is_asked_as_often_as_set_and_the_waits_double()
    {
        var initiator = new IkeInitiator(Settings with { Retransmission = Retransmission.Doubling(TimeSpan.FromSeconds(1), 4) });
        var sent = new List<double>();
        var now = TimeSpan.Zero;
        for (var events = initiator.Start(now); ; events = initiator.Tick(now))
        {
            sent.AddRange(events.OfType<IkeEvent.Send>().Select(_ => now.TotalSeconds));
            if (initiator.Deadline is not { } next)
                break;
            now = next;
        }

        Assert.Equal([0, 1, 3, 7], sent);
        var ending = Assert.IsType<IkeEnding.NoAnswer>(initiator.Ending);
        Assert.Equal((ExchangeType.IkeSaInit, 0u, IkePort.Ike, 15.0), (ending.Exchange, ending.MessageId, ending.Port, now.TotalSeconds));
    }

    [Fact]
    public void An_answer_to_IKE_AUTH_that_does_not_come_is_told_with_its_size()
    {
        var gateway = new FakeGateway();
        var initiator = new IkeInitiator(Settings with { Retransmission = Retransmission.Brisk });
        var events = initiator.Receive(gateway.Answer(Sent(initiator.Start(default))[0]).Single(), default);
        Assert.NotEmpty(Sent(events));
        while (initiator.Deadline is { } next)
            initiator.Tick(next);

        var ending = Assert.IsType<IkeEnding.NoAnswer>(initiator.Ending);
        Assert.Equal((ExchangeType.IkeAuth, 1u, IkePort.NatTraversal), (ending.Exchange, ending.MessageId, ending.Port));
        Assert.True(ending.Size > 500);
    }

    [Fact]
    public void A_gateway_that_signs_something_else_is_told_so_and_left()
    {
        var gateway = new FakeGateway { SignsOther = true };
        var initiator = new IkeInitiator(Settings);
        Run(initiator, gateway);

        Assert.Contains("AUTH", Assert.IsType<IkeEnding.GatewayNotTrusted>(initiator.Ending).Problem, StringComparison.Ordinal);
        Assert.True(gateway.Deleted);
        Assert.Null(initiator.Child);
    }

    [Fact]
    public void A_certificate_that_is_not_trusted_ends_it_before_EAP()
    {
        var gateway = new FakeGateway();
        var chain = ImmutableArray<ImmutableArray<byte>>.Empty;
        using var peer = new EapPeer(EapPeerSettings.Stranger("alice@corp.example.com"));
        var initiator = new IkeInitiator(Settings with { MachineCertificate = null, Eap = peer, JudgeGateway = seen => { chain = seen; return "another root"; } });
        Run(initiator, gateway);

        Assert.Equal("another root", Assert.IsType<IkeEnding.GatewayNotTrusted>(initiator.Ending).Problem);
        Assert.Equal(gateway.Certificate, chain[0].AsSpan().ToArray());
        Assert.Contains(gateway.Requests, request => request is [NotifyPayload { Message.Value: 24 }]);
    }

    [Theory]
    [InlineData(24, false)]
    [InlineData(38, true)]
    [InlineData(36, true)]
    public void What_the_gateway_refuses_is_told(ushort error, bool child)
    {
        var gateway = child ? new FakeGateway { RefusesChildWith = new(error) } : new FakeGateway { RefusesAuthWith = new(error) };
        var initiator = new IkeInitiator(Settings);
        Run(initiator, gateway);

        Assert.Equal(
            child ? new IkeEnding.NoChild(new(error)) : new IkeEnding.Refused(ExchangeType.IkeAuth, 1, new(error)),
            initiator.Ending);
        Assert.Equal(child, gateway.Deleted);
    }

    [Fact]
    public void Garbage_half_messages_and_strangers_answers_change_nothing()
    {
        var gateway = new FakeGateway();
        var initiator = new IkeInitiator(Settings);
        var request = Sent(initiator.Start(default))[0];
        var answer = gateway.Answer(request).Single().Bytes.ToArray();
        var foreign = (byte[])answer.Clone();
        foreign[0] ^= 1;

        byte[][] hostile = [[], [1, 2, 3], new byte[28], [.. Enumerable.Repeat((byte)0xFF, 400)], answer[..^1], [.. answer, 0], foreign, request.Bytes.ToArray()];
        foreach (var bytes in hostile)
            Assert.Empty(Sent(initiator.Receive(new(IkePort.Ike, bytes), default)));

        Assert.Null(initiator.Ending);
        Assert.NotEmpty(Sent(initiator.Receive(new(IkePort.Ike, answer), default)));
    }

    [Fact]
    public void A_forged_answer_to_a_sealed_request_changes_nothing()
    {
        var gateway = new FakeGateway { Fragments = false };
        var initiator = new IkeInitiator(Settings);
        var auth = Sent(initiator.Receive(gateway.Answer(Sent(initiator.Start(default))[0]).Single(), default))[0];
        var answer = gateway.Answer(auth).Single().Bytes.ToArray();
        for (var i = 0; i < answer.Length; i += 7)
        {
            var altered = (byte[])answer.Clone();
            altered[i] ^= 0x40;
            initiator.Receive(new(IkePort.NatTraversal, altered), default);
            Assert.Null(initiator.Child);
        }

        initiator.Receive(new(IkePort.NatTraversal, answer), default);
        Assert.NotNull(initiator.Child);
    }

    [Fact]
    public void The_time_limit_ends_a_gateway_that_only_drips()
    {
        var initiator = new IkeInitiator(Settings with { TimeLimit = TimeSpan.FromSeconds(5), Retransmission = Retransmission.Doubling(TimeSpan.FromSeconds(4), 10) });
        initiator.Start(default);
        initiator.Tick(TimeSpan.FromSeconds(4));
        Assert.Equal(TimeSpan.FromSeconds(5), initiator.Deadline);
        initiator.Tick(TimeSpan.FromSeconds(5));
        Assert.IsType<IkeEnding.TimeOut>(initiator.Ending);
    }

    private static List<IkeEvent> Run(IkeInitiator initiator, FakeGateway gateway, ImmutableArray<IkeEvent>? first = null)
    {
        List<IkeEvent> all = [.. first ?? initiator.Start(TimeSpan.Zero)];
        var waiting = new Queue<IkeDatagram>(Sent([.. all]));
        for (var rounds = 0; waiting.TryDequeue(out var datagram) && rounds < 200; rounds++)
        {
            foreach (var answer in gateway.Answer(datagram))
            {
                var events = initiator.Receive(answer, TimeSpan.Zero);
                all.AddRange(events);
                foreach (var next in Sent(events))
                    waiting.Enqueue(next);
            }
        }

        return all;
    }

    private static ImmutableArray<IkeDatagram> Sent(ImmutableArray<IkeEvent> events) => [.. events.OfType<IkeEvent.Send>().Select(send => send.Datagram)];
}
