using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Network;

public sealed class ServerListingTests
{
    [Fact]
    public void Firewall_rules_are_read_as_netsh_prints_them()
    {
        var seen = Read.One<FirewallRulesListed>("""

            Rule Name:                            Allow web
            ----------------------------------------------------------------------
            Enabled:                              Yes
            Direction:                            Out
            Protocol:                             TCP
            RemotePort:                           80,443
            Action:                               Allow

            Rule Name:                            Block high ports
            ----------------------------------------------------------------------
            Enabled:                              No
            Direction:                            Out
            Protocol:                             UDP
            RemotePort:                           4000-5000
            Action:                               Block
            Ok.
            """, HostRole.Client);

        Assert.Equal([("Allow web", true, false), ("Block high ports", false, true)], seen.Rules.Select(rule => (rule.Name, rule.Enabled, rule.Blocks)));
        Assert.Equal((true, false, true), (seen.Rules[1].Covers(4500), seen.Rules[1].Covers(500), seen.Rules[0].Covers(443)));
        Assert.Equal(new Locator.Lines(8), seen.Rules[0].Fields[nameof(FirewallRule.Blocks)]);
    }

    [Fact]
    public void Get_NetFirewallRule_does_not_show_ports()
    {
        var rule = Assert.Single(Read.One<FirewallRulesListed>("Name        : abc\nDisplayName : Block IKE\nEnabled     : True\nDirection   : Outbound\nAction      : Block\n").Rules);

        Assert.Equal(("Block IKE", true, true, null), (rule.Name, rule.Outbound, rule.Blocks, rule.Covers(500)));
    }

    [Fact]
    public void Scopes_are_read_as_table_and_list()
    {
        Assert.Equal(
            [("10.10.8.0", 0L, 253L)],
            Read.One<AddressScopesListed>("ScopeId    Free InUse PercentageInUse\n-------    ---- ----- --------------\n10.10.8.0  0    253   100\n").Scopes.Select(scope => (scope.Scope, scope.Free!.Value, scope.InUse!.Value)));
        Assert.False(Assert.Single(Read.One<AddressScopesListed>("ScopeId    : 10.10.8.0\nSubnetMask : 255.255.255.0\nState      : InActive\n").Scopes).Active);
    }

    [Fact]
    public void Sessions_are_read_as_table_and_list()
    {
        Assert.Equal(
            [(@"CORP\alice", "10.10.8.21", "PC1"), (null, "10.10.8.22", "PC2")],
            Read.One<SessionsListed>("ClientIPAddress UserName        HostName\n--------------- --------        --------\n10.10.8.21      {CORP\\alice}    {PC1}\n10.10.8.22      {CORP\\bobbi... {PC2}\n").Sessions
                .Select(session => (session.User, session.Address!, session.Machine!)));
        Assert.Equal(@"CORP\alice", Assert.Single(Read.One<SessionsListed>("ClientIPAddress : 10.10.8.21\nUserName        : {CORP\\alice}\nConnectionType  : Vpn\n").Sessions).User);
    }
}
