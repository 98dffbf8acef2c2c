using Aovpn.Codecs.Eap;
using Aovpn.Probes;
using Aovpn.Probes.Sessions.Eap;

namespace Aovpn.Fuzz.Peers;

/// <summary>EAP-TLS against the lab's server: TLS 1.2 and 1.3, in large and in small pieces.</summary>
internal sealed class EapTlsPeerTarget() : PeerTarget(rsa: true)
{
    public override string Name => "peer-eap-tls";

    protected override int Variants => 4;

    protected override void Run(int variant, MessageEdits edits, Transcript transcript, PeerClock clock) => EapPeerRun.Run(
        Server with { Methods = [EapType.Tls], TakesTls13 = variant % 2 == 1, Fragment = variant < 2 ? 4000 : 700 }, Peer with { Methods = [EapMethod.Tls] }, edits, transcript, clock);
}
