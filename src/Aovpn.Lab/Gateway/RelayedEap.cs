using Aovpn.Codecs.Eap;

namespace Aovpn.Lab.Gateway;

/// <summary>What the RADIUS server says to a client.</summary>
/// <param name="Key">MSK, with Success; null otherwise.</param>
internal sealed record RelayedEap(EapPacket Packet, byte[]? Key)
{
    public override string ToString() => $"EAP {Packet.Code}";
}
