using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Connectivity;

/// <summary>A split tunnel without any route, in the profile or in the client's routing table. Page: RoutesMissing.md.</summary>
public sealed class RoutesMissing() : FleetRule(new Need("profile", HostRole.Client), new Need("routes", HostRole.Client))
{
    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        var complaint = Complaint.In(file, SymptomId.ConnectedNoAccess, SymptomId.ConnectedOneSubnet);
        foreach (var seen in file.All<ProfileRead>(HostRole.Client))
        {
            if (Judge(seen, complaint) is { } verdict)
                yield return verdict with { About = seen.About };
        }

        if (complaint is null)
            yield break;
        foreach (var seen in file.All<RoutesListed>(HostRole.Client))
        {
            if ((Judge(seen, TunnelAddresses(file), complaint) ?? TakesAll(seen, file)) is { } verdict)
                yield return verdict with { About = seen.About, At = seen.At };
        }
    }

    private static Verdict? Judge(ProfileRead seen, Citation? complaint)
    {
        if (!Complaint.IsWhole(seen) || seen.Routing is not "SplitTunnel" || seen.Routes.Any(route => !route.IsExclusion))
            return null;

        var routing = seen.Cite(nameof(ProfileRead.Routing));
        if (seen.DisableClassBasedDefaultRoute is true)
        {
            return Verdict.Found(
                $"the profile is SplitTunnel, turns the class-based route off and has no Route: nothing goes into the tunnel",
                routing, seen.Cite(nameof(ProfileRead.DisableClassBasedDefaultRoute)));
        }

        return complaint is null
            ? null
            : Verdict.Found(
                $"the profile is SplitTunnel and has no Route: only the class-based network of the tunnel's own address goes into the tunnel", routing, complaint);
    }

    private static Verdict? Judge(RoutesListed seen, HashSet<string> tunnel, Citation complaint)
    {
        ImmutableArray<Route> routes =
            [.. seen.Routes.Where(route => !route.Prefix.Contains(':', StringComparison.Ordinal) && (seen.OfTunnelOnly || (route.Interface is { } one && tunnel.Contains(one))))];
        return routes.IsEmpty || routes.Any(LeadsInside)
            ? null
            : Verdict.Found(
                $"none of the {routes.Length} IPv4 routes on the tunnel leads to a network inside", [.. routes.Select(route => route.Source), complaint]);
    }

    /// <summary>One network answers and the default route has no gateway, as only a tunnel's has: the client has no routes of its own. Meant or not, the profile says.</summary>
    private Verdict? TakesAll(RoutesListed seen, CaseFile file)
    {
        if (Complaint.In(file, SymptomId.ConnectedOneSubnet) is not { } complaint
            || seen.Routes.FirstOrDefault(route => route is { Prefix: "0.0.0.0/0", NextHop: null, Interface: not null }) is not { } all)
            return null;
        return Verdict.Undecided(
            $"the default route leads into the tunnel ({Hole.Address(all.Interface!)}): what the VPN server does not let through is unreachable", all.Source, complaint) with { Needs = Needs };
    }

    /// <summary>The tunnel's own address, broadcast and multicast lead nowhere.</summary>
    private static bool LeadsInside(Route route) => Subnet.Parse(route.Prefix) is not { } prefix
        || (prefix.Address.GetAddressBytes()[0] is < 224 and not 169 && prefix.Network.PrefixLength < 32);

    private static HashSet<string> TunnelAddresses(CaseFile file) => file.All<InterfacesListed>(HostRole.Client)
        .SelectMany(listed => listed.Interfaces).Where(one => one.IsTunnel).SelectMany(one => one.Addresses).Select(address => address.Split('/')[0])
        .ToHashSet(StringComparer.Ordinal);
}
