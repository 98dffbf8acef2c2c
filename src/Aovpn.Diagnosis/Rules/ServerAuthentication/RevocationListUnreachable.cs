using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>The VPN server checks whether a client's certificate is revoked and cannot fetch the list that says so.</summary>
public sealed class RevocationListUnreachable() : Rule<ChainBuilt>(HostRole.VpnServer, "capi2-events")
{
    protected override Verdict? Judge(ChainBuilt seen, CaseFile file) => RevocationChecks.Judge(seen, "the VPN server");
}
