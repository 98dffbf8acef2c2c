using System.Collections.Immutable;
using System.Net;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Authorization;

/// <summary>
/// NPS does not know the VPN server as a RADIUS client: event 13, or a list of clients without any of the server's addresses.
/// Page: VpnServerIsNoRadiusClient.md.
/// </summary>
public sealed class VpnServerIsNoRadiusClient() : FleetRule(
    new Need("nps-system-events", HostRole.NpsServer), new Need("radius-clients", HostRole.NpsServer), new Need("interfaces", HostRole.VpnServer))
{
    private const int UnknownClient = 13;

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        foreach (var seen in file.All<EventLogged>(HostRole.NpsServer).Where(seen => NpsSystemEventRule.IsNamed(seen, [UnknownClient])))
        {
            yield return Verdict.Found(
                $"NPS event {UnknownClient}: a RADIUS message came from {NpsSystemEventRule.Client(seen)}, which is not among its RADIUS clients",
                seen.Cite(nameof(EventLogged.EventId))) with { About = seen.About, At = seen.At };
        }

        foreach (var seen in file.All<RadiusRequestDropped>().Where(seen => seen.IsUnknownClient))
        {
            yield return Verdict.Found($"the RADIUS server ignores what comes from {Hole.Address(seen.Client)}, which is not among its clients", seen.Cite(nameof(RadiusRequestDropped.Client)))
                with { About = seen.About, At = seen.At };
        }

        if (file.All<InterfacesListed>(HostRole.VpnServer).FirstOrDefault() is not { } gateway)
            yield break;
        foreach (var listed in file.All<RadiusClientsListed>(HostRole.NpsServer))
        {
            if (Compare(listed, gateway) is { } verdict)
                yield return verdict with { About = listed.About };
        }
    }

    private static Verdict? Compare(RadiusClientsListed listed, InterfacesListed gateway)
    {
        var withAddress = gateway.Interfaces.Where(one => one.Addresses.Any(IsVersion4)).ToList();
        ImmutableArray<string> own = [.. withAddress.SelectMany(one => one.Addresses).Where(IsVersion4).Select(address => address.Split('/')[0])];
        // A name may stand for the server's address, and a prefix may contain it.
        if (own.IsEmpty || listed.Addresses.Any(known => !IPAddress.TryParse(known, out _)))
            return null;

        var clients = listed.Cite(nameof(RadiusClientsListed.Addresses));
        if (listed.Addresses.FirstOrDefault(known => own.Contains(known)) is { } common)
            return Verdict.RuledOut($"{Hole.Address(common)} of the VPN server is among the RADIUS clients of NPS", clients);
        return Verdict.Found(
            $"the RADIUS clients of NPS are {Hole.Plain(listed.Addresses.IsEmpty ? "none" : string.Join(", ", listed.Addresses))}, and the VPN server has {Hole.Address(string.Join(", ", own))}",
            [clients, .. withAddress.Select(one => one.Cite(nameof(Interface.Addresses)))]);
    }

    private static bool IsVersion4(string address) => address.Contains('.', StringComparison.Ordinal) && !address.StartsWith("169.254.", StringComparison.Ordinal);
}
