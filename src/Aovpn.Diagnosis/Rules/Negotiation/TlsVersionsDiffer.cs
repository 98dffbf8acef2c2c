using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Negotiation;

/// <summary>Client and VPN server have no TLS version or cipher suite in common (Schannel 36874 on the server).</summary>
public sealed class TlsVersionsDiffer() : Rule<EventLogged>(HostRole.VpnServer, "schannel-events")
{
    private const int NoCommonCipherSuite = 36874;

    protected override Verdict? Judge(EventLogged seen, CaseFile file) => seen is { EventId: NoCommonCipherSuite, Provider: "Schannel" }
        ? Verdict.Found($"the VPN server supports none of the cipher suites that a client offers in TLS (Schannel {NoCommonCipherSuite})", seen.Cite(nameof(EventLogged.EventId)))
        : null;
}
