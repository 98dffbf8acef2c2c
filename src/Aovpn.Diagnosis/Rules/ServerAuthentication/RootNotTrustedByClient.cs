using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>The client does not trust the root above the VPN server's certificate.</summary>
public sealed class RootNotTrustedByClient()
    : FleetRule(new("root-store", HostRole.Client), new("server-certificate", HostRole.VpnServer))
{
    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        foreach (var chain in file.All<ChainBuilt>(HostRole.Client))
        {
            if (chain.TrustErrors.Contains("CERT_TRUST_IS_UNTRUSTED_ROOT") && GatewayChains.IsOfGateway(chain, file) is true)
            {
                yield return Verdict.Found($"the client built the chain of {Hole.Subject(chain.Subject ?? "the VPN server's certificate")} and does not trust its root", chain.Source)
                    with { About = chain.About, At = chain.At };
            }
        }

        var roots = RootTrust.RootsOf(HostRole.Client, file);
        if (roots.IsEmpty)
            yield break;

        foreach (var seen in GatewayCertificates.In(file))
            yield return GatewayChains.Judge(seen.Certificate, RootTrust.Of(seen.Certificate, roots, file), "the client", new("root-store", HostRole.VpnServer)) with { About = roots[0].About };
    }
}
