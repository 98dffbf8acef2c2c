using System.Net;
using Aovpn.Probes.Sessions.Ike;

namespace Aovpn.Lab.Gateway;

/// <summary>A datagram that the gateway sends, from the port named in it.</summary>
public readonly record struct GatewayDatagram(IPEndPoint To, IkeDatagram Datagram);
