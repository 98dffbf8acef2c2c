using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Reachability;

/// <summary>A proxy between client and VPN server asks SSTP for credentials, which SSTP cannot give (RasSstp 23).</summary>
public sealed class SstpProxyAuthentication() : Rule<EventLogged>(HostRole.Unknown, "sstp-events")
{
    private const int ProxyWantsCredentials = 23;

    public override System.Collections.Immutable.ImmutableArray<Need> Needs => [new("sstp-events", HostRole.Client)];

    protected override Verdict? Judge(EventLogged seen, CaseFile file) => seen is { EventId: ProxyWantsCredentials, Provider: "RasSstp" }
        ? Verdict.Found($"a proxy on the way wants credentials (RasSstp {ProxyWantsCredentials})", seen.Cite(nameof(EventLogged.EventId)))
        : null;
}
