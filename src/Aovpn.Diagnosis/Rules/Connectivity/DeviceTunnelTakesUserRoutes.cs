using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Connectivity;

/// <summary>The device tunnel has a route that covers one of the user tunnel. Page: DeviceTunnelTakesUserRoutes.md.</summary>
public sealed class DeviceTunnelTakesUserRoutes() : PairRule<ProfileRead, ProfileRead>(HostRole.Client, "profile", HostRole.Client, "profile")
{
    protected override Verdict? Judge(ProfileRead left, ImmutableArray<ProfileRead> right, CaseFile file)
    {
        if (left.IsDeviceTunnel is not true
            || Complaint.In(file, SymptomId.ConnectedNoAccess, SymptomId.ConnectedOneSubnet, SymptomId.AsksForCredentials) is not { } complaint)
            return null;

        foreach (var wide in left.Routes.Where(route => !route.IsExclusion))
        {
            var user = right.Where(profile => profile.IsDeviceTunnel is false).SelectMany(profile => profile.Routes)
                .FirstOrDefault(route => !route.IsExclusion && Covers(wide.Prefix, route.Prefix));
            if (user is not null)
            {
                return Verdict.Found(
                    $"the device tunnel has the route {Hole.Address(wide.Prefix)}, which covers {Hole.Address(user.Prefix)} of the user tunnel",
                    wide.Cite(nameof(Route.Prefix)), user.Cite(nameof(Route.Prefix)), complaint);
            }
        }

        return null;
    }

    /// <summary>Routes to single hosts may be in both.</summary>
    private static bool Covers(string wide, string narrow) => Subnet.Parse(wide) is { Network: var outer } && Subnet.Parse(narrow) is { Network: var inner }
        && outer.PrefixLength < outer.BaseAddress.GetAddressBytes().Length * 8 && outer.PrefixLength <= inner.PrefixLength && outer.Contains(inner.BaseAddress);
}
