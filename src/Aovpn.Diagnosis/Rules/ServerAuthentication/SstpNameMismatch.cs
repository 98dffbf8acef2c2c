using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>The name that clients dial for SSTP is not in the certificate that the VPN server presents in TLS.</summary>
public sealed class SstpNameMismatch() : SstpCertificateRule(new("server-certificate", HostRole.VpnServer), new("profile", HostRole.Client))
{
    protected override Verdict? Judge(GatewayCertificate seen, CaseFile file) => NamesCompared.Judge(seen.Certificate, file, Needs);
}
