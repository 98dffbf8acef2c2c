using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>A route of a profile or a routing table.</summary>
/// <param name="Prefix">As written: 10.0.0.0/8; the length is part of it.</param>
/// <param name="NextHop">Null where the form has none.</param>
/// <param name="Interface">Interface name or address; null where the form has none.</param>
/// <param name="IsExclusion">ExclusionRoute is true: traffic stays outside the tunnel.</param>
public sealed record Route(Citation Source, string Prefix, string? NextHop = null, string? Interface = null, int? Metric = null, bool IsExclusion = false)
    : Cited(Source);
