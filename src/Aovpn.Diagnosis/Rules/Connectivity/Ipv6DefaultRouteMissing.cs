using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Connectivity;

/// <summary>The tunnel has IPv6 and no IPv6 default route. Page: Ipv6DefaultRouteMissing.md.</summary>
public sealed class Ipv6DefaultRouteMissing() : Rule<RoutesListed>(HostRole.Client, "routes")
{
    private const string Default = "::/0";

    protected override Verdict? Judge(RoutesListed seen, CaseFile file)
    {
        if (Complaint.In(file, SymptomId.ConnectedNoIpv6) is not { } complaint)
            return null;

        var tunnels = Tunnels(file);
        ImmutableArray<Route> version6 = [.. seen.Routes.Where(route =>
            route.Prefix.Contains(':', StringComparison.Ordinal) && (seen.OfTunnelOnly || (route.Interface is { } name && tunnels.Contains(name))))];
        if (version6.IsEmpty)
            return null;
        if (version6.FirstOrDefault(route => route.Prefix == Default) is { } found)
            return Verdict.RuledOut($"the tunnel has the route {Hole.Address(Default)}", found.Source);
        return Verdict.Found(
            $"of the {version6.Length} IPv6 routes of the tunnel none is {Hole.Address(Default)}", [.. version6.Select(route => route.Source), complaint]);
    }

    private static HashSet<string> Tunnels(CaseFile file) => file.Observations.SelectMany(seen => seen switch
    {
        ProfileRead { Name: { } name } => [name],
        ConnectionProgressed { Connection: { } name } => [name],
        InterfacesListed listed => listed.Interfaces.Where(one => one.IsTunnel).Select(one => one.Name),
        _ => Enumerable.Empty<string>(),
    }).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
