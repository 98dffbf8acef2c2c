using System.Net;
using Aovpn.Codecs.L2tp;
using Aovpn.Probes.Sessions.Ike;
using Aovpn.Probes.Sessions.L2tp;

namespace Aovpn.Probes.Tests.Sessions.L2tp;

/// <summary>L2TP/IPsec with a pre-shared key against a server in memory, healthy, refusing and damaged.</summary>
public sealed class L2tpConnectionTests
{
    private const string Key = "correct horse";

    private static L2tpConnection Client(string key = Key) => new(new(IPAddress.Parse("198.51.100.10"), new(IPAddress.Parse("203.0.113.10"), 500), new(key)));

    /// <param name="onTheWay">What becomes of the gateway's datagrams; the number counts them.</param>
    private static void Run(L2tpConnection client, FakeL2tpGateway gateway, Func<int, IkeDatagram, IEnumerable<IkeDatagram>>? onTheWay = null)
    {
        Queue<IkeDatagram> sent = new(client.Begin());
        for (var (count, repeats) = (0, 0); !client.IsOver;)
        {
            if (!sent.TryDequeue(out var datagram))
            {
                if (++repeats > 3)
                    break;
                foreach (var again in client.Repeat())
                    sent.Enqueue(again);
                continue;
            }

            foreach (var answer in gateway.Take(datagram))
            {
                foreach (var arrived in onTheWay?.Invoke(count, answer) ?? [answer])
                {
                    foreach (var next in client.Take(arrived))
                        sent.Enqueue(next);
                }

                count++;
            }
        }

        foreach (var last in client.End())
            gateway.Take(last);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 0)]
    [InlineData(4, 2)]
    public void It_goes_as_far_as_an_open_link_in_every_suite_and_leaves_nothing_behind(int choice, int esp)
    {
        var (client, gateway) = (Client(), new FakeL2tpGateway(Key) { Choice = choice, EspChoice = esp });
        Run(client, gateway);

        Assert.Equal((L2tpStage.LinkOpen, null), (client.Stage, client.Problem));
        Assert.Equal("EAP", Assert.Single(client.Session.Link.Asked).ToString());
        Assert.Equal("gw", client.Session.Server);
        Assert.Equal(["proposals", "key", "proof", "quick mode", "liveness", "SCCRQ", "SCCCN", "ICRQ", "ICCN"], gateway.Seen.Take(9));
        Assert.Equal(["LCP Terminate-Request", "CDN", "StopCCN", "delete ESP", "delete IKE"], gateway.Seen.TakeLast(5));
    }

    [Fact]
    public void A_call_that_is_accepted_by_a_server_whose_ppp_is_silent_ends_at_lcp_and_is_cleared()
    {
        var (client, gateway) = (Client(), new FakeL2tpGateway(Key) { LinkIsSilent = true });
        Run(client, gateway);

        Assert.Equal((L2tpStage.Link, false, null), (client.Stage, client.IsOver, client.Problem));
        Assert.Empty(client.Session.Link.Asked);
        Assert.True(gateway.Seen.Count(one => one == "LCP Configure-Request") > 1, "LCP was not asked again: " + string.Join(", ", gateway.Seen));
        Assert.Equal(["CDN", "StopCCN", "delete ESP", "delete IKE"], gateway.Seen.TakeLast(4));
    }

    [Fact]
    public void From_its_proof_on_it_uses_port_4500()
    {
        var client = Client();
        var first = Assert.Single(client.Begin());
        List<IkePort> ports = [];
        Run(client, new(Key), (_, datagram) =>
        {
            ports.Add(datagram.Port);
            return [datagram];
        });

        Assert.Equal(IkePort.Ike, first.Port);
        Assert.Equal([IkePort.Ike, IkePort.Ike, IkePort.NatTraversal], ports.Take(3));
        Assert.All(ports.Skip(2), port => Assert.Equal(IkePort.NatTraversal, port));
    }

    [Fact]
    public void Another_key_stays_without_an_answer_to_the_proof()
    {
        var (client, gateway) = (Client("another"), new FakeL2tpGateway(Key));
        Run(client, gateway);

        Assert.Equal((L2tpStage.Identity, null), (client.Stage, client.Problem));
        Assert.Equal("proof", gateway.Seen[^1]);
    }

    [Fact]
    public void A_gateway_that_proves_another_key_is_refused()
    {
        var client = Client();
        Run(client, new(Key) { ProvesNonsense = true });

        Assert.Equal((L2tpStage.Identity, "the gateway proves another pre-shared key"), (client.Stage, client.Problem));
    }

    [Fact]
    public void Refusals_end_at_their_stage_and_say_why()
    {
        (L2tpStage, string?) End(FakeL2tpGateway gateway)
        {
            var client = Client();
            Run(client, gateway);
            return (client.Stage, client.Problem);
        }

        Assert.Equal((L2tpStage.MainMode, "NO-PROPOSAL-CHOSEN"), End(new(Key) { Choice = null }));
        Assert.Equal((L2tpStage.QuickMode, "NO-PROPOSAL-CHOSEN"), End(new(Key) { EspChoice = null }));
        Assert.Equal((L2tpStage.Tunnel, "StopCCN with result 4, error 0: no"), End(new(Key) { Refusal = L2tpMessageType.StopControlConnectionNotification }));
        Assert.Equal((L2tpStage.Session, "CDN with result 4"), End(new(Key) { Refusal = L2tpMessageType.CallDisconnectNotify }));
    }

    [Fact]
    public void A_lost_answer_is_asked_for_again()
    {
        for (var lost = 0; lost < 4; lost++)
        {
            var client = Client();
            var number = lost;
            Run(client, new(Key), (count, datagram) => count == number ? [] : [datagram]);

            Assert.Equal((L2tpStage.LinkOpen, null), (client.Stage, client.Problem));
        }
    }

    [Fact]
    public void What_comes_twice_is_taken_once()
    {
        var (client, gateway) = (Client(), new FakeL2tpGateway(Key));
        Run(client, gateway, (_, datagram) => [datagram, datagram]);

        Assert.Equal((L2tpStage.LinkOpen, null), (client.Stage, client.Problem));
        Assert.Single(gateway.Seen, "SCCRQ");
    }

    [Fact]
    public void Every_truncation_and_flipped_bit_on_the_way_throws_nothing_and_opens_nothing_false()
    {
        for (var message = 0; message < 6; message++)
        {
            for (var place = 0; place < 150; place += 3)
            {
                var (number, at) = (message, place);
                var (cut, flipped) = (Client(), Client());
                Run(cut, new(Key), (count, datagram) => count == number ? [datagram with { Bytes = datagram.Bytes[..Math.Min(at, datagram.Bytes.Length)] }] : [datagram]);
                Run(flipped, new(Key), (count, datagram) => count == number ? [datagram with { Bytes = Flipped(datagram.Bytes, at) }] : [datagram]);

                // Of a sealed message not a bit may be another: either nothing is taken, or the proof fails.
                if (message is 2 or 3 && place is >= 34 and < 60)
                    Assert.True(flipped.Stage <= L2tpStage.QuickMode, $"message {message}, byte {place}: {flipped.Stage}");
            }
        }
    }

    [Fact]
    public void The_key_is_not_printed()
    {
        var settings = new L2tpSettings(IPAddress.Loopback, new(IPAddress.Loopback, 500), new(Key));
        Assert.DoesNotContain(Key, settings.ToString(), StringComparison.Ordinal);
    }

    private static ReadOnlyMemory<byte> Flipped(ReadOnlyMemory<byte> bytes, int at)
    {
        var changed = bytes.ToArray();
        changed[at % changed.Length] ^= 0x10;
        return changed;
    }
}
