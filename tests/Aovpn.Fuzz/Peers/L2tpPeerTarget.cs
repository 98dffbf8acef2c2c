using System.Net;
using Aovpn.Codecs.Ike;
using Aovpn.Codecs.L2tp;
using Aovpn.Diagnosis.Evidence.Transcripts;
using Aovpn.Probes;
using Aovpn.Probes.Sessions.Ike;
using Aovpn.Probes.Sessions.L2tp;
using Aovpn.Probes.Tests.Sessions.L2tp;

namespace Aovpn.Fuzz.Peers;

/// <summary>
/// An L2TP/IPsec connection with a pre-shared key against a server whose messages are changed before they are sealed and on the wire: to the open link, to
/// another key, to refusals. Public values are those of one pair.
/// </summary>
internal sealed class L2tpPeerTarget() : PeerTarget(rsa: false)
{
    private const int MostSteps = 300, MostRepeats = 3;

    private readonly CachedKeyExchange _initiator = new(KeyExchangeMethod.Ecp256), _responder = new(KeyExchangeMethod.Ecp256);

    public override string Name => "peer-l2tp";

    protected override int Variants => 4;

    protected override void Run(int variant, MessageEdits edits, Transcript transcript, PeerClock clock)
    {
        var gateway = new FakeL2tpGateway(variant == 1 ? "another" : SharedSecret)
        {
            EspChoice = variant == 3 ? 2 : 0,
            Refusal = variant == 2 ? L2tpMessageType.CallDisconnectNotify : null,
            KeyExchanges = _ => _responder,
            Edit = content =>
            {
                edits.Next();
                return edits.Inside(content);
            },
        };
        var client = new L2tpConnection(new(IPAddress.Parse("198.51.100.10"), new(IPAddress.Parse("203.0.113.10"), 500), new(SharedSecret)) { KeyExchanges = _ => _initiator });
        Queue<IkeDatagram> sent = new(client.Begin());
        for (var (steps, repeats) = (0, 0); !client.IsOver; steps++)
        {
            if (steps > MostSteps)
                throw new WrongAnswerException($"the connection goes on after {MostSteps} steps");
            if (!sent.TryDequeue(out var datagram))
            {
                if (++repeats > MostRepeats)
                    break;
                foreach (var again in client.Repeat())
                    sent.Enqueue(again);
                continue;
            }

            foreach (var answer in gateway.Take(datagram))
            {
                foreach (var bytes in edits.OnTheWay(answer.Bytes.ToArray()))
                {
                    foreach (var next in client.Take(new(answer.Port, bytes)))
                        sent.Enqueue(next);
                }
            }
        }

        foreach (var last in client.End())
            gateway.Take(last);
        if (variant == 1 && client.Stage > L2tpStage.Identity)
            throw new WrongAnswerException("a gateway with another pre-shared key was believed");
        transcript.Add(new TranscriptEntry.Tunnel(transcript.Now, "l2tp", "vpn.example.com", "udp", 500, client.IsAnswered, Refused: false, client.Stage is L2tpStage.LinkOpen ? "open" : "lcp")
        {
            Problem = client.Problem ?? client.Damage,
            Server = client.Session.Server,
        });
    }
}
