using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Connectivity;

/// <summary>A route of the profile is not a network boundary, and Windows drops it without a word. Page: RouteHasHostBits.md.</summary>
public sealed class RouteHasHostBits() : Rule<ProfileRead>(HostRole.Client, "profile")
{
    protected override Verdict? Judge(ProfileRead seen, CaseFile file)
    {
        foreach (var route in seen.Routes)
        {
            if (Subnet.Parse(route.Prefix) is { } prefix && !prefix.Network.BaseAddress.Equals(prefix.Address))
            {
                return Verdict.Found(
                    $"the route {Hole.Address(route.Prefix)} is no network boundary, and Windows drops it; the network would be {Hole.Address(prefix.ToString())}",
                    route.Cite(nameof(Route.Prefix)));
            }
        }

        return null;
    }
}
