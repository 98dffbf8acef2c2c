using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Connectivity;

/// <summary>A split tunnel without any route. Page: RoutesMissing.md.</summary>
public sealed class RoutesMissing() : Rule<ProfileRead>(HostRole.Client, "profile")
{
    protected override Verdict? Judge(ProfileRead seen, CaseFile file)
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

        return Complaint.In(file, SymptomId.ConnectedNoAccess, SymptomId.ConnectedOneSubnet) is { } complaint
            ? Verdict.Found(
                $"the profile is SplitTunnel and has no Route: only the class-based network of the tunnel's own address goes into the tunnel", routing, complaint)
            : null;
    }
}
