using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Authorization;

/// <summary>RRAS is set to Windows authentication and never asks NPS. Page: VpnServerAuthenticatesAlone.md.</summary>
public sealed class VpnServerAuthenticatesAlone() : Rule<GatewayConfigured>(HostRole.VpnServer, "gateway-configuration")
{
    /// <summary>The codes that users see when the wrong one judges them: authentication refused, and the policy's.</summary>
    private static readonly Code[] Refusals = [Code.Windows(691u), Code.Windows(812u)];

    protected override Verdict? Judge(GatewayConfigured seen, CaseFile file)
    {
        if (seen.RadiusServers is not { } servers)
            return null;
        if (!servers.IsEmpty)
            return Verdict.RuledOut($"the VPN server asks {Hole.Host(string.Join(", ", servers))}", seen.Cite(nameof(GatewayConfigured.RadiusServers)));
        return Refusal(file) is { } refusal
            ? Verdict.Found(
                $"the VPN server authenticates users by itself (Windows) and asks no RADIUS server; it refuses",
                seen.Cite(nameof(GatewayConfigured.RadiusServers)), refusal) with { Affected = null }
            : null;
    }

    private static Citation? Refusal(CaseFile file) => file.Observations.Select(seen => seen switch
    {
        ConnectionFailed failed when Refusals.Contains(failed.Code) => failed.Cite(nameof(ConnectionFailed.Code)),
        GatewayEvent { Code: { } code } gateway when Refusals.Contains(code) => gateway.Cite(nameof(GatewayEvent.Code)),
        WindowsErrorReported reported when Refusals.Contains(reported.Code) => reported.Source,
        _ => null,
    }).FirstOrDefault(place => place is not null);
}
