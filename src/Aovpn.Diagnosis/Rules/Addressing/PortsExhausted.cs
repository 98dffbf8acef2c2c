using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Addressing;

/// <summary>All ports for VPN connections are in use. Page: PortsExhausted.md.</summary>
public sealed class PortsExhausted() : FleetRule(new Need("gateway-events", HostRole.VpnServer), new Need("gateway-configuration", HostRole.VpnServer))
{
    private const int LimitExceeded = 20261;

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        foreach (var seen in file.All<GatewayEvent>(HostRole.VpnServer).Where(seen => seen.EventId is LimitExceeded))
        {
            yield return Verdict.Found($"RemoteAccess event {LimitExceeded}: the limit of connections is exceeded", seen.Cite(nameof(GatewayEvent.EventId)))
                with { About = seen.About, At = seen.At };
        }

        if (OpenSessions.Most(file) is not var (start, count))
            yield break;
        foreach (var seen in file.All<GatewayConfigured>(HostRole.VpnServer))
        {
            if (seen.Ikev2Ports is { } ports && ports <= count)
            {
                yield return Verdict.Found(
                    $"the VPN server has {ports} ports for IKEv2, and {count} sessions were open at once",
                    seen.Cite(nameof(GatewayConfigured.Ikev2Ports)), start.Source) with { About = seen.About, At = start.At };
            }
        }
    }
}
