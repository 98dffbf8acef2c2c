using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Connectivity;

/// <summary>The DNS server that the tunnel hands out does not resolve names. Page: InsideDnsServerFails.md.</summary>
public sealed class InsideDnsServerFails() : Rule<NameResolved>(HostRole.Client, "inside-names")
{
    public override ImmutableArray<Need> Needs => [new("inside-names", HostRole.Client), new("interfaces", HostRole.Client)];

    protected override Verdict? Judge(NameResolved seen, CaseFile file)
    {
        if (seen.Server is not { } server || IsGateway(seen.Name, file) || HandedOut(server, file) is not { } place)
            return null;
        return seen.Addresses.IsEmpty
            ? seen is { ResolverSilent: true, Inside: true } ? Silent(seen, server, place, file)
            : Verdict.Found($"{Hole.Address(server)}, the DNS server of the tunnel, does not resolve {Hole.Host(seen.Name)}", seen.Cite(nameof(NameResolved.Addresses)), place)
            : Verdict.RuledOut($"{Hole.Address(server)}, the DNS server of the tunnel, resolves {Hole.Host(seen.Name)}", seen.Cite(nameof(NameResolved.Addresses)));
    }

    /// <summary>Through a probe's tunnel: silence of the resolver alone is its own, silence of everything is not.</summary>
    private static Verdict? Silent(NameResolved seen, string server, Citation place, CaseFile file) =>
        InsideProbe.AllSilent(file) is null && InsideProbe.Gateway(file) is { Answered: true } gateway
            ? Verdict.Found($"{Hole.Address(server)}, the DNS server of the tunnel, does not answer for {Hole.Host(seen.Name)}", seen.Source, place, gateway.Cite(nameof(Reached.Answered)))
            : null;

    /// <summary>The VPN server's own public name need not be known inside.</summary>
    private static bool IsGateway(string name, CaseFile file) => file.All<ProfileRead>().Any(profile => profile.Servers.Contains(name, StringComparer.OrdinalIgnoreCase));

    private static Citation? HandedOut(string server, CaseFile file) =>
        file.All<InterfacesListed>(HostRole.Client).SelectMany(listed => listed.Interfaces)
            .FirstOrDefault(one => one.IsTunnel && one.DnsServers.Contains(server))?.Cite(nameof(Interface.DnsServers))
        ?? file.All<TunnelOpened>().FirstOrDefault(tunnel => tunnel.DnsServers.Contains(server))?.Cite(nameof(TunnelOpened.DnsServers))
        ?? file.All<ProfileRead>().SelectMany(profile => profile.NameRules).FirstOrDefault(rule => rule.DnsServers.Contains(server))?.Cite(nameof(NameRule.DnsServers));
}
