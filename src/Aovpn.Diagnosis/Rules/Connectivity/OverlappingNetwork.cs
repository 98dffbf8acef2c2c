using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Connectivity;

/// <summary>The client's own network lies inside a network that the tunnel should reach. Page: OverlappingNetwork.md.</summary>
public sealed class OverlappingNetwork() : PairRule<InterfacesListed, ProfileRead>(HostRole.Client, "interfaces", HostRole.Client, "profile")
{
    protected override Verdict? Judge(InterfacesListed left, ImmutableArray<ProfileRead> right, CaseFile file)
    {
        if (Complaint.In(file, SymptomId.ConnectedNoAccess, SymptomId.ConnectedOneSubnet, SymptomId.ConnectedNoNames) is not { } complaint)
            return null;

        foreach (var local in left.Interfaces.Where(one => !one.IsTunnel && !one.Gateways.IsEmpty))
        {
            foreach (var address in local.Addresses)
            {
                if (Subnet.Parse(address) is { } own && Hidden(own, right) is { } route)
                {
                    return Verdict.Found(
                        $"the client's own network {Hole.Address(own.ToString())} on {Hole.Plain(local.Name)} lies inside {Hole.Address(route.Prefix)}, which the tunnel should reach",
                        local.Cite(nameof(Interface.Addresses)), route.Cite(nameof(Route.Prefix)), complaint);
                }
            }
        }

        return null;
    }

    /// <summary>The longer prefix wins, so a local network hides its part of a route that is as long or shorter.</summary>
    private static Route? Hidden(Subnet own, ImmutableArray<ProfileRead> profiles) => profiles.SelectMany(profile => profile.Routes).FirstOrDefault(route =>
        !route.IsExclusion && Subnet.Parse(route.Prefix) is { Network.PrefixLength: > 0 } to
        && to.Network.PrefixLength <= own.Network.PrefixLength && to.Network.Contains(own.Network.BaseAddress));
}
