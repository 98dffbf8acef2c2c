using System.Collections.Immutable;
using System.Net.Sockets;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Reachability;

/// <summary>The VPN server's two network interfaces are in one subnet, or both have a default gateway, or none has.</summary>
public sealed class ServerInterfacesWrong() : Rule<InterfacesListed>(HostRole.VpnServer, "interfaces")
{
    protected override Verdict? Judge(InterfacesListed seen, CaseFile file)
    {
        ImmutableArray<Interface> cards = [.. seen.Interfaces.Where(card => !card.IsTunnel && card.Addresses.Any(address => IPv4(address) is not null))];
        if (cards.IsEmpty)
            return null;
        if (SameSubnet(cards) is { } same)
            return same;

        ImmutableArray<Interface> gateways = [.. cards.Where(card => card.Gateways.Any(IsIPv4))];
        if (gateways.Length > 1)
            return Verdict.Found($"{gateways.Length} interfaces of the VPN server have a default gateway: {Hole.Host(gateways[0].Name)} and {Hole.Host(gateways[1].Name)}; only the external one should", [.. gateways.Select(card => card.Cite(nameof(Interface.Gateways)))]);
        if (gateways.IsEmpty)
            return Verdict.Found($"no interface of the VPN server has a default gateway, so that answers to clients have no way out", [.. cards.SelectMany(Places)]);

        return cards.Length > 1
            ? Verdict.RuledOut($"the VPN server's {cards.Length} interfaces are in different subnets, and only {Hole.Host(gateways[0].Name)} has a default gateway", gateways[0].Cite(nameof(Interface.Gateways)))
            : Verdict.RuledOut($"the VPN server has one interface, {Hole.Host(cards[0].Name)}, with a default gateway", gateways[0].Cite(nameof(Interface.Gateways)));
    }

    private static Verdict? SameSubnet(ImmutableArray<Interface> cards)
    {
        for (var left = 0; left < cards.Length; left++)
        {
            for (var right = left + 1; right < cards.Length; right++)
            {
                foreach (var one in cards[left].Addresses.Select(IPv4).OfType<Subnet>())
                {
                    if (cards[right].Addresses.Select(IPv4).OfType<Subnet>().Any(other => other.Network.Equals(one.Network)))
                    {
                        return Verdict.Found(
                            $"{Hole.Host(cards[left].Name)} and {Hole.Host(cards[right].Name)} of the VPN server are both in {Hole.Address(one.ToString())}",
                            cards[left].Cite(nameof(Interface.Addresses)), cards[right].Cite(nameof(Interface.Addresses)));
                    }
                }
            }
        }

        return null;
    }

    private static IEnumerable<Citation> Places(Interface card) => [card.Cite(nameof(Interface.Addresses))];

    private static Subnet? IPv4(string text) => Subnet.Parse(text) is { Address.AddressFamily: AddressFamily.InterNetwork } subnet ? subnet : null;

    private static bool IsIPv4(string gateway) => System.Net.IPAddress.TryParse(gateway, out var address) && address.AddressFamily is AddressFamily.InterNetwork && !address.Equals(System.Net.IPAddress.Any);
}
