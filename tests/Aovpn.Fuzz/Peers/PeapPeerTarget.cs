using Aovpn.Codecs.Eap;
using Aovpn.Probes;
using Aovpn.Probes.Sessions.Eap;

namespace Aovpn.Fuzz.Peers;

/// <summary>PEAP against the lab's server, with a password and with a certificate inside; a stranger too. What is said inside is changed before it is encrypted.</summary>
internal sealed class PeapPeerTarget() : PeerTarget(rsa: true)
{
    public override string Name => "peer-peap";

    protected override int Variants => 4;

    protected override void Run(int variant, MessageEdits edits, Transcript transcript, PeerClock clock) => EapPeerRun.Run(
        Server with { Methods = [EapType.Peap], InnerMethods = [variant == 1 ? EapType.Tls : EapType.MsChapV2], BindsCryptography = variant != 2, Fragment = 1400 },
        variant == 3 ? EapPeerSettings.Stranger(User) : Peer with { Methods = [variant == 1 ? EapMethod.PeapTls : EapMethod.PeapMsChapV2] }, edits, transcript, clock);
}
