using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Reachability;

/// <summary>The VPN server does not answer on TCP 443, over which SSTP runs.</summary>
public sealed class HttpsPortBlocked() : FleetRule(new Need("port-test", HostRole.Client))
{
    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        foreach (var test in PortTests.Of(file, "tcp", PortTests.Https))
        {
            if (test.Answered is not { } answered)
                continue;
            yield return (answered
                ? Verdict.RuledOut($"{Hole.Host(test.Target)} answers on TCP {PortTests.Https}", test.Cite(nameof(Reached.Answered)))
                : Verdict.Found($"{Hole.Host(test.Target)} does not answer on TCP {PortTests.Https}", test.Cite(nameof(Reached.Answered)))) with { About = Host.VpnServer, At = test.At };
        }
    }
}
