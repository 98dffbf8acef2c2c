using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>Clients dial a name, or an address, that the VPN server's certificate does not carry.</summary>
public sealed class ServerNameNotInCertificate()
    : GatewayCertificateRule(new("server-certificate", HostRole.VpnServer), new("profile", HostRole.Client))
{
    protected override Verdict? Judge(GatewayCertificate seen, CaseFile file) => NamesCompared.Judge(seen.Certificate, file, Needs);
}
