using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Authorization;

/// <summary>VPN server and NPS have different shared secrets: NPS events 14 and 18, RemoteAccess event 20196. Page: RadiusSecretDiffers.md.</summary>
public sealed class RadiusSecretDiffers() : FleetRule(new Need("nps-system-events", HostRole.NpsServer), new Need("gateway-events", HostRole.VpnServer))
{
    private const int InvalidResponse = 20196;

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        foreach (var seen in file.All<EventLogged>(HostRole.NpsServer).Where(seen => NpsSystemEventRule.IsNamed(seen, [14, 18])))
        {
            yield return Verdict.Found(
                $"NPS event {seen.EventId}: a message of {NpsSystemEventRule.Client(seen)} is not signed with the shared secret that NPS has for it",
                seen.Cite(nameof(EventLogged.EventId))) with { About = seen.About, At = seen.At };
        }

        foreach (var seen in file.All<GatewayEvent>(HostRole.VpnServer).Where(seen => seen.EventId is InvalidResponse))
        {
            yield return Verdict.Found(
                $"RemoteAccess event {InvalidResponse}: the RADIUS server's answer is not signed with the shared secret that the VPN server has",
                seen.Cite(nameof(GatewayEvent.EventId))) with { About = seen.About, At = seen.At };
        }

        foreach (var seen in file.All<RadiusRequestDropped>().Where(seen => !seen.IsUnknownClient))
        {
            yield return Verdict.Found(
                $"the RADIUS server drops what comes from {Hole.Address(seen.Client)}: it is not signed with the shared secret that the server has for it",
                seen.Cite(nameof(RadiusRequestDropped.Client))) with { About = seen.About, At = seen.At };
        }

        foreach (var seen in file.All<RadiusProbed>().Where(seen => seen.Result is RadiusProbeResult.SecretDiffers))
        {
            yield return Verdict.Found(
                $"the answer of {Hole.Address(seen.Endpoint ?? "the RADIUS server")} is not signed with the shared secret given",
                seen.Cite(nameof(RadiusProbed.Result))) with { About = seen.About, At = seen.At };
        }
    }
}
