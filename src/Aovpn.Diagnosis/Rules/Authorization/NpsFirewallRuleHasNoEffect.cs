using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Authorization;

/// <summary>The service of NPS has no identity by which the firewall of Windows Server 2019 could know it. Page: NpsFirewallRuleHasNoEffect.md.</summary>
public sealed class NpsFirewallRuleHasNoEffect() : FleetRule(new Need("service-identity", HostRole.NpsServer), new Need("operating-system", HostRole.NpsServer))
{
    private const string Service = "IAS";
    private const int Server2019 = 17763;

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        foreach (var seen in file.All<ServiceIdentitySeen>().Where(seen => seen.Service.Equals(Service, StringComparison.OrdinalIgnoreCase)))
        {
            if (!seen.SidType.Equals("NONE", StringComparison.OrdinalIgnoreCase))
            {
                yield return Verdict.RuledOut($"the service {Hole.Plain(Service)} has the identity type {Hole.Plain(seen.SidType)}", seen.Source) with { About = seen.About };
                continue;
            }

            var windows = file.All<WindowsSeen>(HostRole.NpsServer).FirstOrDefault(one => one.Build is not null);
            yield return (windows?.Build switch
            {
                Server2019 => Verdict.Found(
                    $"the service {Hole.Plain(Service)} has no identity (NONE), and on Windows Server 2019 (build {Server2019}) its firewall rules then have no effect", seen.Source, windows.Cite(nameof(WindowsSeen.Build))),
                { } other => Verdict.RuledOut($"NPS runs on build {other}, whose firewall rules need no identity of the service", windows.Cite(nameof(WindowsSeen.Build))),
                null => Verdict.Undecided($"the service {Hole.Plain(Service)} has no identity (NONE); whether this is Windows Server 2019 is not shown", seen.Source) with { Needs = [new("operating-system", HostRole.NpsServer)] },
            }) with { About = seen.About };
        }
    }
}
