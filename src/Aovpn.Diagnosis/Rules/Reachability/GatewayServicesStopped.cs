using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Reachability;

/// <summary>On the VPN server a service that answers VPN clients is stopped or disabled, or its address refuses the ports of IKE.</summary>
public sealed class GatewayServicesStopped() : FleetRule(new Need("services", HostRole.VpnServer))
{
    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        foreach (var seen in file.All<ServiceSeen>(HostRole.VpnServer))
        {
            if (ServicesJudged.Of(seen, ["IKEEXT", "RemoteAccess", "PolicyAgent", "BFE", "SstpSvc"], "the VPN server") is { } verdict)
                yield return verdict with { About = seen.About, At = seen.At };
        }

        foreach (var test in PortTests.Of(file, "udp", PortTests.Ike))
        {
            if ((test.Refused is true ? test : PortTests.RefusedBeside(file, test)) is { } refused)
            {
                yield return Verdict.Found($"{Hole.Host(refused.Target)} refuses UDP {refused.Port!.Value}: packets arrive, and nothing listens there", refused.Cite(nameof(Reached.Refused)))
                    with { About = Host.VpnServer, At = refused.At, Needs = [new("services", HostRole.VpnServer), new("interfaces", HostRole.VpnServer)] };
            }
        }
    }
}
