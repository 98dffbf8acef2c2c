using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>The routing table of a machine: route print, Get-NetRoute.</summary>
/// <param name="OfTunnelOnly">Only the entries on the VPN interface were listed.</param>
public sealed record RoutesListed(Citation Source, Host About, When? At, ImmutableArray<Route> Routes, bool OfTunnelOnly) : Observation(Source, About, At);
