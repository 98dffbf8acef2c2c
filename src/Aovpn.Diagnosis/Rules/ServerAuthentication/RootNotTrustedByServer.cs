using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>The VPN server itself does not hold the root above its certificate among its trusted roots.</summary>
public sealed class RootNotTrustedByServer()
    : FleetRule(new("root-store", HostRole.VpnServer), new("server-certificate", HostRole.VpnServer))
{
    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        var roots = RootTrust.RootsOf(HostRole.VpnServer, file);
        if (roots.IsEmpty)
            yield break;

        foreach (var seen in GatewayCertificates.In(file))
            yield return GatewayChains.Judge(seen.Certificate, RootTrust.Of(seen.Certificate, roots, file), "the VPN server", new("root-store", HostRole.Client)) with { About = roots[0].About };
    }
}
