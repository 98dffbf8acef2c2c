using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Evidence.Transcripts;

/// <summary>A network interface of the machine that probes; loopback is left out.</summary>
public sealed record InterfaceSeen(string Name, bool Up, ImmutableArray<string> Addresses, ImmutableArray<string> Gateways, ImmutableArray<string> DnsServers);
