using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>Something was asked over the network and did or did not answer: ping, Test-NetConnection, a port scan, a probe.</summary>
/// <param name="Protocol">icmp, tcp, udp, esp, gre; through a probe's tunnel also gateway (its outer address) and one-hop (the first router must report it).</param>
/// <param name="Port">Null for icmp.</param>
/// <param name="Answered">False: silence or an unreachable message; null: it cannot be told (an open UDP port may be silent).</param>
/// <param name="Inside">The target is behind the VPN.</param>
public sealed record Reached(Citation Source, Host About, When? At, string Target, string Protocol, int? Port, bool? Answered, bool Inside)
    : Observation(Source, About, At)
{
    /// <summary>An ICMP message or a TCP reset says that nothing listens there: packets arrive. Null when not told.</summary>
    public bool? Refused { get; init; }
}
