using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Connectivity;

/// <summary>What a probe asked through its tunnel.</summary>
internal static class InsideProbe
{
    /// <summary>The VPN server answered through the tunnel at its outer address; null when it was not asked.</summary>
    public static Reached? Gateway(CaseFile file) => file.All<Reached>().FirstOrDefault(one => one is { Inside: true, Protocol: "gateway" });

    /// <summary>A packet with one hop was reported by the VPN server, so that it forwards; null when it was not asked.</summary>
    public static Reached? OneHop(CaseFile file) => file.All<Reached>().FirstOrDefault(one => one is { Inside: true, Protocol: "one-hop" });

    /// <summary>Hosts behind the VPN server that were asked.</summary>
    public static IEnumerable<Reached> Hosts(CaseFile file) => file.All<Reached>().Where(one => one is { Inside: true, Protocol: "icmp" or "tcp" } && one.About.Role is HostRole.VpnServer);

    /// <returns>A host that stays silent, where nothing behind the VPN server answers at all.</returns>
    public static Reached? AllSilent(CaseFile file)
    {
        var hosts = Hosts(file).ToArray();
        var names = file.All<NameResolved>().Where(one => one.Inside);
        return hosts.Length > 0 && hosts.All(host => host is { Answered: false, Refused: not true }) && names.All(name => name.ResolverSilent)
            ? hosts[0]
            : null;
    }
}
