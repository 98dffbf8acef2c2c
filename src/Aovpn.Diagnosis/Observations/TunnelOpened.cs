using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>The tunnel stood: both sides were authenticated and the VPN server gave addresses and selectors.</summary>
/// <param name="Addresses">Inner addresses of the client.</param>
/// <param name="Remote">What the VPN server lets through the tunnel: ranges of addresses.</param>
public sealed record TunnelOpened(
    Citation Source, Host About, When? At, ImmutableArray<string> Addresses, ImmutableArray<string> DnsServers, ImmutableArray<string> Remote) : Observation(Source, About, At);
