using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Connectivity;

/// <summary>A host inside answers that nobody listens. Page: InsideServiceRefuses.md.</summary>
public sealed class InsideServiceRefuses() : FleetRule(new Need("inside-reach", HostRole.Client))
{
    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        foreach (var seen in InsideProbe.Hosts(file).Where(one => one is { Protocol: "tcp", Port: not null }))
        {
            if (seen.Refused is true)
                yield return Verdict.Found($"{Hole.Address(seen.Target)} refuses connections to TCP {seen.Port!.Value}", seen.Cite(nameof(Reached.Refused))) with { About = Host.VpnServer, At = seen.At };
            else if (seen.Answered is true)
                yield return Verdict.RuledOut($"{Hole.Address(seen.Target)} takes connections on TCP {seen.Port!.Value}", seen.Cite(nameof(Reached.Answered))) with { About = Host.VpnServer, At = seen.At };
        }
    }
}
