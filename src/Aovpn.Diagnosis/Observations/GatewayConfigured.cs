using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>How the VPN server is set up: Get-VpnServerConfiguration, Get-RemoteAccess, Get-VpnAuthProtocol, netsh ras, the console's pages.</summary>
/// <param name="AuthenticationMethods">EAP, Certificate, MsChapv2 ...; null when not shown.</param>
/// <param name="AddressRanges">Static pool: 10.10.8.1-10.10.8.254; null when not shown, empty when DHCP assigns.</param>
/// <param name="AcceptedRoot">RootCertificateNameToAccept; null when not shown.</param>
/// <param name="RadiusServers">Names or addresses of the RADIUS servers it asks; null when not shown.</param>
/// <param name="CustomPolicy">Settings of the custom IPsec policy by name; null when not shown, empty when defaults apply.</param>
public sealed record GatewayConfigured(
    Citation Source, Host About, ImmutableArray<string>? AuthenticationMethods, ImmutableArray<string>? AddressRanges, string? AcceptedRoot,
    ImmutableArray<string>? RadiusServers, ImmutableDictionary<string, string>? CustomPolicy) : Observation(Source, About, null)
{
    /// <summary>Ports for IKEv2 connections; null when not shown.</summary>
    public int? Ikev2Ports { get; init; }

    public string? CertificateThumbprint { get; init; }

    /// <summary>SslCertificate of Get-RemoteAccess: the one that RRAS means to present for SSTP and IP-HTTPS; null when not shown.</summary>
    public string? SslCertificate { get; init; }
}
