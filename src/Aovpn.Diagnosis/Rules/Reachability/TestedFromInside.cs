using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Reachability;

/// <summary>The client stands in a network of the VPN server itself: what fails or works there says nothing about the way from outside.</summary>
public sealed class TestedFromInside()
    : PairRule<InterfacesListed, InterfacesListed>(HostRole.Client, "interfaces", HostRole.VpnServer, "interfaces")
{
    protected override Verdict? Judge(InterfacesListed left, ImmutableArray<InterfacesListed> right, CaseFile file)
    {
        foreach (var (card, subnet) in Subnets(left))
        {
            foreach (var (server, other) in right.SelectMany(Subnets))
            {
                if (subnet.Network.Equals(other.Network))
                {
                    return Verdict.Found($"the client's {Hole.Host(card.Name)} is in {Hole.Address(subnet.ToString())}, as is {Hole.Host(server.Name)} of the VPN server: the test is not from outside",
                        card.Cite(nameof(Interface.Addresses)), server.Cite(nameof(Interface.Addresses)));
                }
            }
        }

        return Subnets(left).FirstOrDefault().Card is { } outside
            ? Verdict.RuledOut($"the client is in no subnet of the VPN server", outside.Cite(nameof(Interface.Addresses)))
            : null;
    }

    private static IEnumerable<(Interface Card, Subnet Subnet)> Subnets(InterfacesListed listed) =>
        from card in listed.Interfaces
        where !card.IsTunnel
        from address in card.Addresses
        let subnet = Subnet.Parse(address)
        where subnet is not null && !subnet.Value.Address.IsIPv6LinkLocal
        select (card, subnet.Value);
}
