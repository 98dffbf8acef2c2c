using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Reachability;

/// <summary>The VPN server sees every client under one address: a device in front rewrites the source, and IKE's limits for each peer hit all at once.</summary>
public sealed class SourceNatAtLoadBalancer() : FleetRule(new("gateway-events", HostRole.VpnServer), new("nps-events", HostRole.NpsServer))
{
    /// <summary>Fewer users behind one address can be colleagues in one office.</summary>
    private const int FewestUsers = 5;

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        ImmutableArray<(string User, string Address, Citation Place)> seen = [.. file.Observations.SelectMany(Of)];
        var users = seen.DistinctBy(one => one.User, StringComparer.OrdinalIgnoreCase).ToImmutableArray();
        if (users.Length < FewestUsers)
            yield break;

        var addresses = seen.Select(one => one.Address).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        yield return addresses == 1
            ? Verdict.Found($"{users.Length} users all come from {Hole.Address(seen[0].Address)}", [.. users.Select(one => one.Place)])
            : Verdict.RuledOut($"{users.Length} users come from {addresses} addresses", [.. users.Take(FewestUsers).Select(one => one.Place)]);
    }

    private static IEnumerable<(string User, string Address, Citation Place)> Of(Observation seen) => seen switch
    {
        GatewayEvent { User: { } user, ClientAddress: { } address } gateway => [(user, address, gateway.Cite(nameof(GatewayEvent.ClientAddress)))],
        RadiusDecision { IsVpn: true, User: { } user, CallingStation: { } station } decision => [(user, station, decision.Cite(nameof(RadiusDecision.CallingStation)))],
        _ => [],
    };
}
