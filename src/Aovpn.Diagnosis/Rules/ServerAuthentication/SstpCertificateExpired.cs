using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>The certificate that the VPN server presents in TLS for SSTP was not in force when clients connected.</summary>
public sealed class SstpCertificateExpired : SstpCertificateRule
{
    protected override Verdict? Judge(GatewayCertificate seen, CaseFile file) => ValidityJudged.Of(seen.Certificate, file.AsOf, Needs);
}
