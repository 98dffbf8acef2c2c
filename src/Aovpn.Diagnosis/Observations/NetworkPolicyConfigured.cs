using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>A network policy of NPS.</summary>
/// <param name="EapTypes">EAP types it accepts; null when not shown.</param>
/// <param name="PeapInnerTypes">EAP types it accepts inside PEAP; null when not shown.</param>
/// <param name="AllowedCertificatePurposes">Allowed-Certificate-OID; null when not shown.</param>
/// <param name="ServerCertificate">Thumbprint of the certificate it presents.</param>
public sealed record NetworkPolicyConfigured(
    Citation Source, Host About, string Name, ImmutableArray<int>? EapTypes, ImmutableArray<int>? PeapInnerTypes,
    ImmutableArray<string>? AllowedCertificatePurposes, string? ServerCertificate) : Observation(Source, About, null)
{
    /// <summary>False for a policy that is switched off; null when not shown.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Whether it grants access rather than denying it; null when not shown.</summary>
    public bool? GrantsAccess { get; init; }

    /// <summary>Its processing order, lowest first; null when not shown.</summary>
    public int? Order { get; init; }

    /// <summary>Whether its conditions ask for the NAS port type Virtual (5); null when they ask for none.</summary>
    public bool? AsksForVirtualPort { get; init; }
}
