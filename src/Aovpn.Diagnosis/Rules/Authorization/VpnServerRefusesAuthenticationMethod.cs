using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Authorization;

/// <summary>
/// The VPN server logs event 20276: its authentication methods and the client's have none in common.
/// Page: VpnServerRefusesAuthenticationMethod.md.
/// </summary>
public sealed class VpnServerRefusesAuthenticationMethod() : Rule<GatewayEvent>(HostRole.VpnServer, "gateway-events")
{
    private const int AuthenticationProtocolMismatch = 20276;

    protected override Verdict? Judge(GatewayEvent seen, CaseFile file) => seen.EventId is AuthenticationProtocolMismatch
        ? Verdict.Found(
            $"RemoteAccess event {AuthenticationProtocolMismatch}: the authentication method of {Who(seen)} is not among those that the VPN server allows",
            seen.Cite(nameof(GatewayEvent.EventId))) with { Affected = seen.User }
        : null;

    private static Hole Who(GatewayEvent seen) => seen.User is { } user ? Hole.User(user) : Hole.Plain("the client");
}
