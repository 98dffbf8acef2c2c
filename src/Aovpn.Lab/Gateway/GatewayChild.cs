using System.Buffers.Binary;
using System.Net;
using Aovpn.Codecs.Esp;
using Aovpn.Codecs.Ike;

namespace Aovpn.Lab.Gateway;

/// <summary>A tunnel that stands, on the gateway's side.</summary>
/// <param name="Spi">The gateway's: in the packets that the client sends.</param>
/// <param name="Address">The client's inside.</param>
internal sealed record GatewayChild(uint Spi, IPAddress Address, EspAssociation FromClient, EspAssociation ToClient)
{
    private const uint LowestSpi = 0x100;

    public static GatewayChild Of(IkeSuite suite, Proposal proposal, InitState init, Func<int, byte[]> random, IPAddress address)
    {
        var spi = BinaryPrimitives.ReadUInt32BigEndian(random(4)) | LowestSpi;
        var keys = ChildKeyMaterial.Derive(suite with { Prf = init.Keys.Suite.Prf }, init.Keys.SkD.AsSpan(), [], init.InitiatorNonce.AsSpan(), init.ResponderNonce.AsSpan());
        return new(spi, address, EspAssociation.Outbound(keys, spi), EspAssociation.Inbound(keys, BinaryPrimitives.ReadUInt32BigEndian(proposal.Spi.AsSpan())));
    }

    public override string ToString() => $"tunnel of {Address}";
}
