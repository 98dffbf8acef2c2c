using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>The scopes of a DHCP server and how full they are: Get-DhcpServerv4Scope, Get-DhcpServerv4ScopeStatistics.</summary>
public sealed record AddressScopesListed(Citation Source, Host About, ImmutableArray<AddressScope> Scopes) : Observation(Source, About, null);
