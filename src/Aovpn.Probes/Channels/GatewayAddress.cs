using System.Net;

namespace Aovpn.Probes.Channels;

/// <summary>Where a gateway is asked: its address, and its ports, which differ from 500 and 4500 only where a lab exposes others.</summary>
public sealed record GatewayAddress(string Host, IPAddress Address, int IkePort = 500, int NatTraversalPort = 4500)
{
    public IPEndPoint Endpoint(Sessions.Ike.IkePort port) => new(Address, port is Sessions.Ike.IkePort.Ike ? IkePort : NatTraversalPort);
}
