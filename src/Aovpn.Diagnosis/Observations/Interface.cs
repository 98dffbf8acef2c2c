using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <param name="Addresses">With prefix length where known: 192.0.2.10/24.</param>
/// <param name="Gateways">Default gateways.</param>
/// <param name="IsTunnel">A PPP adapter: the VPN's own.</param>
public sealed record Interface(
    Citation Source, string Name, ImmutableArray<string> Addresses, ImmutableArray<string> Gateways, ImmutableArray<string> DnsServers, string? DnsSuffix,
    bool IsTunnel) : Cited(Source);
