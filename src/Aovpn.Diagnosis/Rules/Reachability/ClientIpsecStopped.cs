using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Reachability;

/// <summary>On the client a service that IPsec needs is stopped or disabled.</summary>
public sealed class ClientIpsecStopped() : Rule<ServiceSeen>(HostRole.Client, "services")
{
    protected override Verdict? Judge(ServiceSeen seen, CaseFile file) => ServicesJudged.Of(seen, ["IKEEXT", "PolicyAgent", "BFE"], "the client");
}
