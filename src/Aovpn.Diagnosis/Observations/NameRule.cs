using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>DomainNameInformation of a profile, or a rule of the NRPT. Without servers it exempts the name from the tunnel's DNS.</summary>
public sealed record NameRule(Citation Source, string Name, ImmutableArray<string> DnsServers) : Cited(Source);
