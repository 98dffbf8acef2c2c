using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>The certificate that the VPN server uses was not in force when clients connected: expired, or not yet valid.</summary>
public sealed class ServerCertificateExpired : GatewayCertificateRule
{
    protected override Verdict? Judge(GatewayCertificate seen, CaseFile file) => ValidityJudged.Of(seen.Certificate, file.AsOf, Needs);
}
