using System.Collections.Immutable;
using System.Net;
using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Reachability;

/// <summary>The name that clients dial has no address in DNS, or one that only the inside of a network can reach.</summary>
public sealed class ServerNameNotResolved() : Rule<NameResolved>(HostRole.Unknown, "name-lookup")
{
    public override ImmutableArray<Need> Needs => [new("name-lookup", HostRole.Client)];

    protected override Verdict? Judge(NameResolved seen, CaseFile file)
    {
        var dialled = NamesDialled.In(file);
        if (!dialled.IsEmpty && !dialled.Any(name => string.Equals(name.Server, seen.Name.TrimEnd('.'), StringComparison.OrdinalIgnoreCase)))
            return null;

        // A client without a network reaches no resolver either; that is another cause.
        if (seen.ResolverSilent && file.All<InterfacesListed>(HostRole.Client).Any(listed => listed.Interfaces.All(card => card.Gateways.IsEmpty)))
            return null;
        if (seen.ResolverSilent)
            return Verdict.Found($"no DNS server answers the question for {Hole.Host(seen.Name)}", seen.Cite(nameof(NameResolved.Addresses)));
        if (seen.Addresses.IsEmpty)
            return Verdict.Found($"{Hole.Host(seen.Name)} has no address in DNS", seen.Cite(nameof(NameResolved.Addresses)));
        if (seen.Addresses.All(IsPrivate) && seen.About.Role is not HostRole.VpnServer)
            return Verdict.Found($"{Hole.Host(seen.Name)} leads to {Hole.Address(string.Join(", ", seen.Addresses))}, which is reached only from inside", seen.Cite(nameof(NameResolved.Addresses)));

        return Verdict.RuledOut($"{Hole.Host(seen.Name)} leads to {Hole.Address(string.Join(", ", seen.Addresses))}", seen.Cite(nameof(NameResolved.Addresses)));
    }

    /// <summary>RFC 1918, RFC 3927, RFC 4193, loopback and the unspecified address, which filters hand out.</summary>
    private static bool IsPrivate(string text)
    {
        if (!IPAddress.TryParse(text, out var address))
            return false;
        if (IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal || address.Equals(IPAddress.Any))
            return true;
        return address.GetAddressBytes() is { Length: 4 } bytes
            && (bytes[0] == 10 || (bytes[0], bytes[1]) is (172, >= 16 and < 32) or (192, 168) or (169, 254));
    }
}
