using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Connectivity;

/// <summary>A force tunnel with routes of its own, which contradict each other. Page: RoutesInForceTunnel.md.</summary>
public sealed class RoutesInForceTunnel() : Rule<ProfileRead>(HostRole.Client, "profile")
{
    protected override Verdict? Judge(ProfileRead seen, CaseFile file)
    {
        if (seen.Routing is not "ForceTunnel" || seen.Routes.FirstOrDefault(route => !route.IsExclusion) is not { } route)
            return null;
        return Verdict.Found(
            $"the profile is ForceTunnel, which sends everything into the tunnel, and also has the route {Hole.Address(route.Prefix)}",
            seen.Cite(nameof(ProfileRead.Routing)), route.Cite(nameof(Route.Prefix)));
    }
}
