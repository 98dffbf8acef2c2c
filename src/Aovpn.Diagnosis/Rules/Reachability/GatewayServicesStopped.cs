using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Reachability;

/// <summary>On the VPN server a service that answers VPN clients is stopped or disabled.</summary>
public sealed class GatewayServicesStopped() : Rule<ServiceSeen>(HostRole.VpnServer, "services")
{
    protected override Verdict? Judge(ServiceSeen seen, CaseFile file) => ServicesJudged.Of(seen, ["IKEEXT", "RemoteAccess", "PolicyAgent", "BFE", "SstpSvc"], "the VPN server");
}
