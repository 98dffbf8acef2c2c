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
    ImmutableArray<string>? AllowedCertificatePurposes, string? ServerCertificate) : Observation(Source, About, null);
