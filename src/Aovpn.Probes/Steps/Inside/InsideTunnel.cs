using System.Collections.Immutable;
using System.Net;
using Aovpn.Codecs.Inside;
using Aovpn.Diagnosis.Evidence.Transcripts;

namespace Aovpn.Probes.Steps.Inside;

/// <summary>
/// Uses a tunnel that stands: asks what the user named, and, so that silence can be understood, the gateway itself through the tunnel: at its
/// outer address, which it answers without forwarding anything, and with a packet that may take one hop only, which a router reports.
/// </summary>
public sealed class InsideTunnel(ImmutableArray<InsideQuestion> questions, TimeProvider clock)
{
    private const ushort PingIdentifier = 0xA0F4;
    private const int FirstPort = 49_200;

    private int _asked;

    public async Task AskAsync(IkeRun run, Transcript transcript, CancellationToken cancel)
    {
        if (run.Child is not { } child)
            return;

        var traffic = new InsideTraffic(run, child);
        await run.ServeAsync(AskAllAsync(), cancel);
        transcript.Add(new TranscriptEntry.InsideEnded(transcript.Now, "connect", traffic.Sent, traffic.Received));

        async Task AskAllAsync()
        {
            await GatewayAsync(traffic, run.NatTraversal.Remote.Address, child.Remote, transcript, cancel);
            foreach (var question in questions)
            {
                switch (question)
                {
                    case InsideQuestion.Ping ping:
                        await PingAsync(traffic, ping.Target, transcript, cancel);
                        break;
                    case InsideQuestion.Resolve resolve:
                        await ResolveAsync(traffic, resolve.Name, child.DnsServers, transcript, cancel);
                        break;
                    case InsideQuestion.Connect connect:
                        if (IPAddress.TryParse(connect.Host, out var address))
                            await ConnectAsync(traffic, address, connect.Port, transcript, cancel);
                        else if ((await ResolveAsync(traffic, connect.Host, child.DnsServers, transcript, cancel)) is { } found)
                            await ConnectAsync(traffic, found, connect.Port, transcript, cancel);
                        break;
                }
            }
        }
    }

    private async Task GatewayAsync(InsideTraffic traffic, IPAddress gateway, IEnumerable<Codecs.Ike.TrafficSelector> remote, Transcript transcript, CancellationToken cancel)
    {
        if (traffic.HostFor(gateway) is not { } host || !remote.Any(selector => selector.Covers(gateway)))
            return;

        var answer = await traffic.AskAsync(
            host.Ping(gateway, PingIdentifier, Next(), "aovpn"u8), reply => reply.From.Equals(gateway) && reply is InsideReply.Echo or InsideReply.Unreachable, clock, cancel);
        transcript.Add(new TranscriptEntry.Inside(transcript.Now, "connect", gateway.ToString(), "gateway", null, answer is not null, Refused: false, null, null));

        // Some address that the tunnel takes and that is not the gateway's: whoever forwards must say that the packet's time is over.
        if (questions.Select(Target).OfType<IPAddress>().FirstOrDefault(target => traffic.HostFor(target) == host) is not { } beyond)
            return;
        var report = await traffic.AskAsync(
            host.Ping(beyond, PingIdentifier, Next(), "aovpn"u8, hopLimit: 1), reply => reply is InsideReply.TimeExceeded || (reply is InsideReply.Echo && reply.From.Equals(beyond)), clock, cancel);
        transcript.Add(new TranscriptEntry.Inside(transcript.Now, "connect", beyond.ToString(), "one-hop", null, report is not null, Refused: false, null, null));
    }

    private static IPAddress? Target(InsideQuestion question) => question switch
    {
        InsideQuestion.Ping ping => ping.Target,
        InsideQuestion.Connect connect when IPAddress.TryParse(connect.Host, out var address) => address,
        _ => null,
    };

    private async Task PingAsync(InsideTraffic traffic, IPAddress target, Transcript transcript, CancellationToken cancel)
    {
        if (traffic.HostFor(target) is not { } host)
        {
            NoAddress(target, "icmp", null, transcript);
            return;
        }

        var sequence = Next();
        var began = clock.GetTimestamp();
        var answer = await traffic.AskAsync(
            host.Ping(target, PingIdentifier, sequence, "aovpn"u8),
            reply => reply is InsideReply.Echo echo && echo.Sequence == sequence || reply is InsideReply.Unreachable unreachable && unreachable.Target.Address.Equals(target), clock, cancel);
        transcript.Add(new TranscriptEntry.Inside(
            transcript.Now, "connect", target.ToString(), "icmp", null, answer is InsideReply.Echo, Refused: false, Problem(answer), Milliseconds(began)));
    }

    private async Task ConnectAsync(InsideTraffic traffic, IPAddress target, int port, Transcript transcript, CancellationToken cancel)
    {
        if (traffic.HostFor(target) is not { } host)
        {
            NoAddress(target, "tcp", port, transcript);
            return;
        }

        const uint First = 1_000;
        var from = (ushort)(FirstPort + Next());
        var began = clock.GetTimestamp();
        var answer = await traffic.AskAsync(
            host.Segment(target, from, (ushort)port, First, 0, syn: true),
            // RFC 9293 §3.10.7.3: what does not acknowledge the SYN, a reset too, belongs to another connection.
            reply => (reply is InsideReply.Segment { Content: { Ack: true, Acknowledgment: First + 1 } content } && reply.From.Equals(target) && content.SourcePort == port && content.DestinationPort == from)
                || (reply is InsideReply.Unreachable unreachable && unreachable.Protocol == 6 && unreachable.Target.Address.Equals(target) && unreachable.Target.Port == port), clock, cancel);
        if (answer is InsideReply.Segment { Content: { Syn: true, Ack: true } granted })
            traffic.Send(host.Segment(target, from, (ushort)port, First + 1, granted.Sequence + 1, ack: true, rst: true));
        transcript.Add(new TranscriptEntry.Inside(
            transcript.Now, "connect", target.ToString(), "tcp", port, answer is InsideReply.Segment { Content.Syn: true },
            Refused: answer is InsideReply.Segment { Content.Rst: true } or InsideReply.Unreachable, Problem(answer), Milliseconds(began)));
    }

    private async Task<IPAddress?> ResolveAsync(InsideTraffic traffic, string name, IEnumerable<IPAddress> servers, Transcript transcript, CancellationToken cancel)
    {
        IPAddress? found = null;
        var any = false;
        foreach (var server in servers.Where(server => traffic.HostFor(server) is not null))
        {
            any = true;
            var began = clock.GetTimestamp();
            var result = await new InsideResolver(traffic, server, (ushort)(FirstPort + Next()), clock).ResolveAsync(name, cancel);
            transcript.Add(new TranscriptEntry.Inside(
                transcript.Now, "connect", server.ToString(), "dns", 53, result.Answered, result.Refused, result.Problem, Milliseconds(began)) { Asked = name, Addresses = result.Addresses });
            found ??= result.Addresses.Select(IPAddress.Parse).FirstOrDefault();
        }

        if (!any)
            transcript.Add(new TranscriptEntry.Remark(transcript.Now, $"{name} was not looked up inside: the gateway gave no resolver that its addresses can reach"));
        return found;
    }

    private static void NoAddress(IPAddress target, string protocol, int? port, Transcript transcript) => transcript.Add(new TranscriptEntry.Inside(
        transcript.Now, "connect", target.ToString(), protocol, port, null, Refused: false, "the gateway gave no address of this family", null));

    private static string? Problem(InsideReply? reply) => reply is InsideReply.Unreachable unreachable
        ? FormattableString.Invariant($"unreachable, ICMP type {unreachable.Type} code {unreachable.Code}")
        : null;

    private double Milliseconds(long began) => Math.Round(clock.GetElapsedTime(began).TotalMilliseconds, 1);

    private ushort Next() => (ushort)++_asked;
}
