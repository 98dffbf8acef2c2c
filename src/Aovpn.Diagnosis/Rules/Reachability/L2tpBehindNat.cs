using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Reachability;

/// <summary>Windows was not told that it may set up L2TP/IPsec through a NAT, and L2TP fails. Page: L2tpBehindNat.md.</summary>
public sealed class L2tpBehindNat() : FleetRule(new Need("connection", HostRole.Client), new Need("nat-registry", HostRole.Client))
{
    private const string Rule = "AssumeUDPEncapsulationContextOnSendRule";

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        if (file.All<ProfileRead>().FirstOrDefault(profile => profile.TunnelType is "L2TP") is not { } profile || ErrorsSeen.In(file, 787, 789, 792, 800, 809) is not { } error)
            yield break;
        foreach (var seen in file.All<RegistryRead>().Where(seen => seen.IsBelow(@"Services\PolicyAgent") && seen.About.Role is not HostRole.VpnServer))
        {
            var value = seen[Rule];
            if (value is null && !seen.Complete)
                continue;
            yield return (value?.Number switch
            {
                { } number and not 0 => Verdict.RuledOut($"{Hole.Plain(Rule)} is {number}, which allows L2TP/IPsec through a NAT", value.Source),
                0 => Verdict.Found($"{Hole.Plain(Rule)} is 0: Windows sets up no L2TP/IPsec through a NAT", value.Source, profile.Cite(nameof(ProfileRead.TunnelType)), error.Source),
                null => Verdict.Found($"{Hole.Plain(Rule)} is not set: Windows sets up no L2TP/IPsec through a NAT", profile.Cite(nameof(ProfileRead.TunnelType)), error.Source),
            }) with { About = seen.About };
        }
    }
}
