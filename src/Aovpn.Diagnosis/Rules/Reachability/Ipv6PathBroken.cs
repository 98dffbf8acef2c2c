using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Reachability;

/// <summary>The VPN server's name leads to an IPv6 address that does not answer, while its IPv4 address does.</summary>
public sealed class Ipv6PathBroken() : FleetRule(new("name-lookup", HostRole.Client), new("port-test", HostRole.Client))
{
    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        var tests = file.All<Reached>().Where(seen => !seen.Inside).ToArray();
        var four = tests.FirstOrDefault(test => test.Answered is true && PortTests.IsIpv6(test.Target) is false);

        foreach (var six in tests.Where(test => PortTests.IsIpv6(test.Target) is true))
        {
            if (six.Answered is true)
                yield return Verdict.RuledOut($"{Hole.Address(six.Target)} answers over IPv6", six.Cite(nameof(Reached.Answered)));
            if (six.Answered is false && four is not null)
                yield return Verdict.Found($"{Hole.Address(six.Target)} does not answer over IPv6, {Hole.Address(four.Target)} answers over IPv4", six.Cite(nameof(Reached.Answered)), four.Cite(nameof(Reached.Answered)));
        }
    }
}
