using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Negotiation;

/// <summary>The addresses of the VPN server's name answer the same proposals differently. Page: FarmMembersDiffer.md.</summary>
public sealed class FarmMembersDiffer() : FleetRule(new Need("address-probe", HostRole.Client))
{
    public override IEnumerable<Verdict> Judge(CaseFile file) =>
        file.All<AddressAsked>().Where(one => one.Accepted is not null).GroupBy(one => one.Name).Where(name => name.Count() > 1).Select(name => Judge(name.Key, [.. name.OrderBy(one => one.Address, StringComparer.Ordinal)]));

    private static Verdict Judge(string name, AddressAsked[] asked)
    {
        Citation[] cited = [.. asked.Select(one => one.Cite(nameof(AddressAsked.Accepted)))];
        var answers = asked.GroupBy(one => (one.Accepted, one.Group)).ToArray();
        return (answers.Length == 1
            ? Verdict.RuledOut($"all {asked.Length} addresses of {Hole.Host(name)} give the same answer: {Answer(asked[0])}", cited)
            : Verdict.Found($"the addresses of {Hole.Host(name)} answer the same proposals differently: {Listed([.. answers.Select(one => Whose([.. one]))])}", cited))
            with { About = Host.VpnServer, At = asked[0].At };
    }

    private static Message Listed(Message[] answers) => new([.. answers.SelectMany((one, i) => i == 0 ? one.Parts : one.Parts.Insert(0, Hole.Plain("; ")))]);

    private static Message Whose(AddressAsked[] asked) =>
        Message.Of($"{Hole.Address(string.Join(", ", asked.Select(one => one.Address)))}: {Answer(asked[0])}");

    private static Message Answer(AddressAsked one) => one switch
    {
        { Accepted: false } => Message.Of($"NO_PROPOSAL_CHOSEN"),
        { Group: { } group } => Message.Of($"taken with group {group}"),
        _ => Message.Of($"taken"),
    };
}
