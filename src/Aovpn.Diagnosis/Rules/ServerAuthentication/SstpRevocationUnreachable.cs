using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>The client cannot fetch the revocation list for the certificate presented in SSTP, and SSTP insists on it.</summary>
public sealed class SstpRevocationUnreachable() : Rule<ChainBuilt>(HostRole.Client, "capi2-events")
{
    protected override Verdict? Judge(ChainBuilt seen, CaseFile file) =>
        GatewayChains.IsOfGateway(seen, file) is false ? null : RevocationChecks.Judge(seen, "the client");
}
