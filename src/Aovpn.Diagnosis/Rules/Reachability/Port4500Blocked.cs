using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Reachability;

/// <summary>UDP 500 answers, and UDP 4500, to which IKE moves behind a NAT, does not.</summary>
public sealed class Port4500Blocked() : FleetRule(new Need("port-test", HostRole.Client))
{
    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        var first = PortTests.Of(file, "udp", PortTests.Ike).FirstOrDefault(test => test.Answered is true);
        foreach (var test in PortTests.Of(file, "udp", PortTests.IkeNatTraversal))
        {
            if (test.Answered is true)
                yield return Verdict.RuledOut($"{Hole.Host(test.Target)} answers on UDP {PortTests.IkeNatTraversal}", test.Cite(nameof(Reached.Answered))) with { About = Host.VpnServer, At = test.At };
            if (test.Answered is false && first is not null)
            {
                yield return Verdict.Found($"{Hole.Host(test.Target)} answers on UDP {PortTests.Ike} and not on UDP {PortTests.IkeNatTraversal}", first.Cite(nameof(Reached.Answered)), test.Cite(nameof(Reached.Answered)))
                    with { About = Host.VpnServer, At = test.At };
            }
        }
    }
}
