using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>What a VPN server says of itself in the answer to IKE_SA_INIT.</summary>
/// <param name="VendorIds">What its vendor ids mean; hexadecimal where unknown.</param>
/// <param name="Fragments">It offers IKE fragmentation (RFC 7383).</param>
/// <param name="Suite">The algorithms that it chose.</param>
public sealed record GatewayDescribed(Citation Source, Host About, When? At, ImmutableArray<string> VendorIds, bool Fragments, string Suite) : Observation(Source, About, At);
