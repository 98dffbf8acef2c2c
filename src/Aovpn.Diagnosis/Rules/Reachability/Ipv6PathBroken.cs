using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Reachability;

/// <summary>The VPN server's name leads to an IPv6 address that does not answer, while its IPv4 address does.</summary>
public sealed class Ipv6PathBroken() : FleetRule(new("name-lookup", HostRole.Client), new("port-test", HostRole.Client))
{
    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        Test[] tests =
        [
            .. file.All<Reached>().Where(seen => !seen.Inside).Select(seen => new Test(seen.Target, seen.Answered, seen.Cite(nameof(Reached.Answered)))),
            .. file.All<AddressAsked>().Select(seen => new Test(seen.Address, seen.Answered, seen.Cite(nameof(AddressAsked.Answered)))),
        ];
        var four = tests.FirstOrDefault(test => test.Answered is true && PortTests.IsIpv6(test.Address) is false);
        var some = tests.Any(test => test.Answered is true && PortTests.IsIpv6(test.Address) is true);

        foreach (var six in tests.Where(test => PortTests.IsIpv6(test.Address) is true))
        {
            if (six.Answered is true)
                yield return Verdict.RuledOut($"{Hole.Address(six.Address)} answers over IPv6", six.Place);
            if (six.Answered is false && four is not null && !some)
                yield return Verdict.Found($"{Hole.Address(six.Address)} does not answer over IPv6, {Hole.Address(four.Address)} answers over IPv4", six.Place, four.Place);
        }
    }

    private sealed record Test(string Address, bool? Answered, Citation Place);
}
