using System.Net;
using Aovpn.Codecs.Pcap.Dissection;
using Aovpn.Codecs.Pptp;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Captures;

/// <summary>Which ports of a VPN server were asked, and whether they answered: UDP 500 and 4500 by IKE, TCP 443 and 1723 by their handshake.</summary>
internal sealed class PortsReached(Artifact artifact)
{
    private const int IkePort = 500, NatTraversalPort = 4500, HttpsPort = 443, UnreachablePort4 = 3, UnreachablePort6 = 4, Udp = 17;

    private readonly Dictionary<(IPAddress Server, string Protocol, int Port), Asked> _asked = [];

    private sealed class Asked
    {
        public int Times { get; set; }

        public long LastFrame { get; set; }

        public DateTimeOffset? First { get; set; }

        public (long Frame, DateTimeOffset? At)? Answered { get; set; }

        public (long Frame, DateTimeOffset? At)? Refused { get; set; }
    }

    public void Take(CapturedMessage message)
    {
        switch (message)
        {
            case CapturedMessage.OfIke { Message.Header: var header } ike when ike.From.Port is not 0:
                Exchange(ike, "udp", header.FromInitiator ? ike.To : ike.From, isAnswer: !header.FromInitiator);
                break;
            case CapturedMessage.OfIkeV1 ike when ike.To.Port is IkePort or NatTraversalPort || ike.From.Port is IkePort or NatTraversalPort:
                var answers = ike.Message.Header.ResponderSpi != 0 && _asked.ContainsKey((ike.From.Address, "udp", ike.From.Port));
                Exchange(ike, "udp", answers ? ike.From : ike.To, answers);
                break;
            case CapturedMessage.OfTcp { Syn: true, Ack: false } syn when syn.To.Port is HttpsPort or PptpMessage.Port:
                Exchange(syn, "tcp", syn.To, isAnswer: false);
                break;
            case CapturedMessage.OfTcp { Syn: true, Ack: true } granted when granted.From.Port is HttpsPort or PptpMessage.Port:
                Exchange(granted, "tcp", granted.From, isAnswer: true);
                break;
            case CapturedMessage.OfTcp { Rst: true } refused when _asked.TryGetValue((refused.From.Address, "tcp", refused.From.Port), out var asked) && asked.Answered is null:
                asked.Refused = (refused.Frame, refused.At);
                break;
            case CapturedMessage.OfUnreachable { Code: UnreachablePort4 or UnreachablePort6, Protocol: Udp } unreachable
                when _asked.TryGetValue((unreachable.Target.Address, "udp", unreachable.Target.Port), out var asked):
                asked.Refused = (unreachable.Frame, unreachable.At);
                break;
        }
    }

    /// <param name="gateways">Those that IKE was spoken to: any other web server on port 443 is nobody's VPN.</param>
    public IEnumerable<Observation> End(IReadOnlySet<IPAddress> gateways, DateTimeOffset? end)
    {
        foreach (var ((server, protocol, port), asked) in _asked)
        {
            if (port == HttpsPort && !gateways.Contains(server))
                continue;
            var answer = asked.Answered ?? asked.Refused;
            if (answer is null && !Patience.IsOver(asked.Times, asked.First, end))
                continue;
            var (frame, at) = answer ?? (asked.LastFrame, asked.First);
            yield return new Reached(
                new(artifact, new Locator.Frame(frame)), Host.VpnServer, at is { } instant ? When.Utc(instant, Host.Unknown) : null, server.ToString(), protocol, port, asked.Answered is not null, Inside: false)
            {
                Refused = asked.Answered is null && asked.Refused is not null ? true : null,
            };
        }
    }

    private void Exchange(CapturedMessage message, string protocol, IPEndPoint server, bool isAnswer)
    {
        var key = (server.Address, protocol, server.Port);
        if (!_asked.TryGetValue(key, out var asked))
            _asked[key] = asked = new();
        if (isAnswer)
        {
            asked.Answered ??= (message.Frame, message.At);
            return;
        }

        asked.Times++;
        asked.LastFrame = message.Frame;
        asked.First ??= message.At;
    }
}
