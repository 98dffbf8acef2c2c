using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>A name was looked up: nslookup, Resolve-DnsName, ping by name, a probe.</summary>
/// <param name="Addresses">Answers; empty when the name could not be resolved.</param>
/// <param name="Server">The resolver that answered; null when not shown.</param>
public sealed record NameResolved(Citation Source, Host About, When? At, string Name, ImmutableArray<string> Addresses, string? Server)
    : Observation(Source, About, At)
{
    /// <summary>No resolver answered at all, so that nothing is known of the name.</summary>
    public bool ResolverSilent { get; init; }

    /// <summary>Asked through a tunnel, of a resolver that the VPN server gave.</summary>
    public bool Inside { get; init; }
}
