using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Network;

public sealed class NameRuleReaderTests
{
    [Fact]
    public void A_policy_gives_its_names_and_servers_with_their_lines()
    {
        var seen = Read.One<NameRulesListed>("""
            PS C:\> Get-DnsClientNrptPolicy

            Namespace                        : .corp.example
            DirectAccessDnsServers           :
            NameServers                      : {10.10.0.30,
                                               10.10.0.31}
            NameEncoding                     : Utf8WithoutMapping

            Namespace                        : vpn.corp.example
            NameServers                      :
            NameEncoding                     : Utf8WithoutMapping
            """);

        Assert.Equal([(".corp.example", 2), ("vpn.corp.example", 0)], seen.Rules.Select(rule => (rule.Name, rule.DnsServers.Length)));
        Assert.Equal(["10.10.0.30", "10.10.0.31"], seen.Rules[0].DnsServers);
        Assert.Equal(new Locator.Lines(3), seen.Rules[0].Fields[nameof(NameRule.Name)]);
        Assert.Equal(HostRole.Client, seen.About.Role);
    }

    [Fact]
    public void A_rule_may_have_several_names() => Assert.Equal(
        [".corp.example", ".lab.example"],
        Read.One<NameRulesListed>("Name : DA-{1}\nNamespace : {.corp.example, .lab.example}\nNameServers : 10.10.0.30\nDnsSecEnabled : False\nNameEncoding : Disable\n")
            .Rules.Select(rule => rule.Name));

    [Fact]
    public void Netsh_reads_too()
    {
        var rule = Assert.Single(Read.One<NameRulesListed>("""
            DNS Effective Name Resolution Policy Table Settings

            Settings for .corp.example
            ----------------------------------------------------------------------
            Certification authority                 (DNSSEC) :
            DirectAccess                            (DNS Servers) :
            Generic                                 (DNS Servers) : 10.10.0.30; 10.10.0.31
            """).Rules);

        Assert.Equal((".corp.example", 2), (rule.Name, rule.DnsServers.Length));
    }

    [Fact]
    public void Silence_is_an_empty_table_only_where_the_next_prompt_shows_it()
    {
        Assert.Empty(Read.One<NameRulesListed>("PS C:\\> Get-DnsClientNrptPolicy -Effective\n\nPS C:\\> hostname\nPC1\n").Rules);
        Assert.Empty(Read.Text("PS C:\\> Get-DnsClientNrptPolicy\n").Observations.OfType<NameRulesListed>());
        Assert.Empty(Read.Text("PS C:\\> Get-DnsClientNrptPolicy | ? Namespace -like *.x\nPS C:\\>\n").Observations.OfType<NameRulesListed>());
    }
}
