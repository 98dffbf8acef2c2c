using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Diagnosis.Rules.Reachability;
using static Aovpn.Tests.Rules.ServerAuthentication.Certificates;

namespace Aovpn.Tests.Rules.Reachability;

public sealed class ReachabilityRuleTests
{
    [Theory]
    [InlineData("IKEEXT", false, null, "Found")]
    [InlineData("IKEEXT", true, null, "RuledOut")]
    [InlineData("PolicyAgent", false, false, null)]
    [InlineData("PolicyAgent", false, true, "Found")]
    [InlineData("Spooler", false, true, null)]
    public void A_stopped_service_is_a_fault_unless_it_starts_when_needed(string service, bool running, bool? disabled, string? verdict)
    {
        var judged = Judge(new ClientIpsecStopped(), new ServiceSeen(At(1), Host.Client, null, service, running, disabled));

        if (verdict is null)
            Assert.Empty(judged);
        if (verdict is not null)
            Assert.StartsWith(verdict, Assert.Single(judged), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("192.0.2.10/24", "192.0.2.200/24", "Found")]
    [InlineData("192.0.2.10/25", "192.0.2.200/25", "RuledOut")]
    [InlineData("192.0.2.10", "192.0.2.11", null)]
    public void Two_interfaces_in_one_subnet_are_a_fault(string external, string inside, string? verdict)
    {
        var judged = Judge(new ServerInterfacesWrong(), Listed(HostRole.VpnServer, Card("External", external, "192.0.2.1"), Card("Internal", inside)));
        Assert.Equal(verdict, judged.FirstOrDefault()?.Split(':')[0]);
    }

    [Fact]
    public void Without_any_default_gateway_answers_have_no_way_out() => Assert.StartsWith("Found: no interface", Assert.Single(Judge(
        new ServerInterfacesWrong(), Listed(HostRole.VpnServer, Card("External", "192.0.2.10/24"), Card("Internal", "10.1.0.10/24")))), StringComparison.Ordinal);

    [Theory]
    [InlineData(4, null)]
    [InlineData(5, "Found")]
    public void Few_users_behind_one_address_may_be_colleagues(int users, string? verdict) => Assert.Equal(verdict, Judge(
        new SourceNatAtLoadBalancer(),
        [.. Enumerable.Range(0, users).Select(user => new GatewayEvent(At(user), Host.VpnServer, null, 20271, $"user{user}", null, null, null, "198.51.100.1"))]).FirstOrDefault()?.Split(':')[0]);

    [Theory]
    [InlineData("203.0.113.10", "RuledOut")]
    [InlineData("10.1.0.10", "Found")]
    [InlineData("172.32.0.1", "RuledOut")]
    [InlineData("", "Found")]
    public void A_name_has_to_lead_to_a_public_address(string address, string verdict) => Assert.StartsWith(verdict, Assert.Single(Judge(
        new ServerNameNotResolved(), new NameResolved(At(1), Host.Client, null, "vpn.example.com", address.Length == 0 ? [] : [address], null))), StringComparison.Ordinal);

    [Fact]
    public void Names_that_nobody_dials_are_not_judged() => Assert.Empty(Judge(
        new ServerNameNotResolved(), Dials("vpn.example.com"), new NameResolved(At(1), Host.Client, null, "intranet.corp.example", [], null)));

    [Theory]
    [InlineData("203.0.113.10+ 203.0.113.11-", "Found: 203.0.113.11 does not answer on UDP 500, and of the addresses of vpn.example.com 203.0.113.10 answers")]
    [InlineData("203.0.113.10+ 203.0.113.11+", "RuledOut: all 2 addresses of vpn.example.com answer on UDP 500")]
    [InlineData("203.0.113.10- 203.0.113.11-", null)]
    [InlineData("203.0.113.10+", null)]
    [InlineData("203.0.113.10+ 2001:db8::10-", null)]
    [InlineData("203.0.113.10+ 2001:db8::10?", null)]
    [InlineData("203.0.113.10- 2001:db8::10+", "Found: 203.0.113.10 does not answer on UDP 500, and of the addresses of vpn.example.com 2001:db8::10 answers")]
    [InlineData("2001:db8::10+ 2001:db8::11- 203.0.113.10+", "Found: 2001:db8::11 does not answer on UDP 500, and of the addresses of vpn.example.com 2001:db8::10, 203.0.113.10 answer")]
    public void One_dead_member_of_a_farm_is_told_from_a_dead_farm_and_from_a_path_without_ipv6(string asked, string? verdict) => Assert.Equal(verdict, Judge(
        new FarmMemberSilent(), Asked(asked)).SingleOrDefault());

    [Theory]
    [InlineData("203.0.113.10+ 2001:db8::10-", "Found")]
    [InlineData("203.0.113.10+ 2001:db8::10?", null)]
    [InlineData("203.0.113.10+ 2001:db8::10+ 2001:db8::11-", "RuledOut")]
    public void Of_ipv6_a_path_is_judged_not_a_member(string asked, string? verdict) => Assert.Equal(verdict, Judge(new Ipv6PathBroken(), Asked(asked)).SingleOrDefault()?.Split(':')[0]);

    /// <summary>An address and whether it answered: + yes, - no, ? there is no way to it.</summary>
    private static Observation[] Asked(string asked) =>
    [
        .. asked.Split(' ').Select((one, i) => new AddressAsked(At(i + 1), Host.VpnServer, null, "vpn.example.com", one[..^1], one[^1] switch { '+' => true, '-' => false, _ => null }, null, null)),
    ];

    private static InterfacesListed Listed(HostRole about, params Interface[] cards) => new(At(1), new(about), null, [.. cards]);

    private static Interface Card(string name, string address, string? gateway = null) => new(At(2), name, [address], gateway is null ? [] : [gateway], [], null, IsTunnel: false);
}
