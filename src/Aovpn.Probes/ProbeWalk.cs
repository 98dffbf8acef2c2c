using System.Collections.Immutable;
using System.Net;

namespace Aovpn.Probes;

/// <summary>What a run of a plan leaves beside its transcript.</summary>
/// <param name="Address">Where the gateway is; null when its name has no address.</param>
/// <param name="Steps">What each step took, by its name: local, name, ping, reach ...</param>
public sealed record ProbeWalk(IPAddress? Address, ImmutableArray<(string Step, TimeSpan Took)> Steps);
