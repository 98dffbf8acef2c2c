using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>The sessions that a VPN server holds: Get-RemoteAccessConnectionStatistics, netsh ras show client.</summary>
public sealed record SessionsListed(Citation Source, Host About, ImmutableArray<OpenSession> Sessions) : Observation(Source, About, null);
