using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Reachability;

/// <summary>The VPN server's name has several addresses, and not all of them answer. Page: FarmMemberSilent.md.</summary>
public sealed class FarmMemberSilent() : FleetRule(new Need("address-probe", HostRole.Client))
{
    public override IEnumerable<Verdict> Judge(CaseFile file) =>
        file.All<AddressAsked>().Where(one => one.Answered is not null).GroupBy(one => one.Name).SelectMany(name => Judge(name.Key, [.. name.OrderBy(one => one.Address, StringComparer.Ordinal)]));

    private static IEnumerable<Verdict> Judge(string name, AddressAsked[] asked)
    {
        var answering = asked.Where(one => one.Answered is true).ToArray();
        if (answering.Length == 0 || asked.Length < 2)
            yield break;

        if (answering.Length == asked.Length)
        {
            yield return Verdict.RuledOut($"all {asked.Length} addresses of {Hole.Host(name)} answer on UDP {PortTests.Ike}", [.. asked.Select(one => one.Cite(nameof(AddressAsked.Answered)))])
                with { About = Host.VpnServer, At = asked[0].At };
        }

        foreach (var silent in asked.Where(one => one.Answered is false && !IsPathOfItsFamily(one, answering)))
        {
            var how = Hole.Plain(silent.Refused is true ? "refuses" : "does not answer on");
            yield return Verdict.Found(
                $"{Hole.Address(silent.Address)} {how} UDP {PortTests.Ike}, and of the addresses of {Hole.Host(name)} {Hole.Address(string.Join(", ", answering.Select(one => one.Address)))} {Hole.Plain(answering.Length == 1 ? "answers" : "answer")}",
                [silent.Cite(nameof(AddressAsked.Answered)), .. answering.Select(one => one.Cite(nameof(AddressAsked.Answered)))]) with { About = Host.VpnServer, At = silent.At };
        }
    }

    /// <summary>IPv6 alone is silent: that is the path of a protocol (Ipv6PathBroken), not a member of a farm.</summary>
    private static bool IsPathOfItsFamily(AddressAsked silent, AddressAsked[] answering) =>
        PortTests.IsIpv6(silent.Address) is true && !answering.Any(one => PortTests.IsIpv6(one.Address) is true);
}
