using System.Net;
using Aovpn.Probes.Sessions.Eap;

namespace Aovpn.Probes.Sessions.Radius;

/// <summary>Who asks the RADIUS server, and how: as a VPN server on Windows would.</summary>
/// <param name="Secret">Shared secret.</param>
public sealed record RadiusClientSettings(Secret Secret)
{
    /// <summary>NAS-IP-Address; policies of NPS may ask for it.</summary>
    public IPAddress NasAddress { get; init; } = IPAddress.Loopback;

    /// <summary>NAS-Identifier; empty: none is sent.</summary>
    public string NasIdentifier { get; init; } = "";

    /// <summary>Calling-Station-Id, the address the VPN client would call from.</summary>
    public string CallingStation { get; init; } = "";

    /// <summary>Framed-MTU: asks the server for EAP packets no larger, in bytes (RFC 3579 section 2.4).</summary>
    public int FramedMtu { get; init; } = 1400;

    /// <summary>Bytes of attributes without meaning that are added to each request: so large a packet travels in IP fragments.</summary>
    public int Padding { get; init; }
}
