using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Reachability;

/// <summary>The VPN server does not answer on UDP 500, where every IKE connection begins.</summary>
public sealed class UdpPortsBlocked() : FleetRule(new Need("port-test", HostRole.Client))
{
    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        foreach (var test in PortTests.Of(file, "udp", PortTests.Ike))
        {
            if (Judge(test, PortTests.RefusedBeside(file, test)) is { } verdict)
                yield return verdict with { About = Host.VpnServer, At = test.At };
        }
    }

    private static Verdict? Judge(Reached test, Reached? beside) => test switch
    {
        // Whoever refuses has received: nothing on the way holds the packets back.
        { Refused: true } => Verdict.RuledOut($"{Hole.Host(test.Target)} refuses UDP {PortTests.Ike}, so that packets arrive", test.Cite(nameof(Reached.Answered))),
        { Answered: false } when beside is not null => Verdict.RuledOut(
            $"{Hole.Host(test.Target)} refuses UDP {beside.Port!.Value}, so that packets arrive; it may not refuse each of them in words", beside.Cite(nameof(Reached.Refused))),
        // From the client's side it does not show who holds the packets back: its own firewall, its network, or the side of the server.
        { Answered: false } => Verdict.Found($"{Hole.Host(test.Target)} does not answer on UDP {PortTests.Ike}", test.Cite(nameof(Reached.Answered)))
            with { Needs = [new("compare-network", HostRole.Client), new("capture", HostRole.VpnServer), new("firewall-rules", HostRole.Client)] },
        { Answered: true } => Verdict.RuledOut($"{Hole.Host(test.Target)} answers on UDP {PortTests.Ike}", test.Cite(nameof(Reached.Answered))),
        _ => null,
    };
}
