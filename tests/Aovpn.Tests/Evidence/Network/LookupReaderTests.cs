using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Network;

public sealed class LookupReaderTests
{
    [Fact]
    public void Nslookup_gives_the_resolver_and_the_addresses()
    {
        var seen = Read.One<NameResolved>("""
            C:\>nslookup vpn.example.com
            Server:  dns.corp.example
            Address:  192.0.2.53

            Non-authoritative answer:
            Name:    vpn.example.com
            Addresses:  2001:db8::10
                      203.0.113.10

            """);

        Assert.Equal(("vpn.example.com", "192.0.2.53"), (seen.Name, seen.Server));
        Assert.Equal(["2001:db8::10", "203.0.113.10"], seen.Addresses);
        Assert.Equal("evidence, lines 1-8", seen.Source.ToString());
    }

    [Theory]
    [InlineData("*** dns.corp.example can't find vpn.example.com: Non-existent domain", true)]
    [InlineData("*** dns.corp.example wurde vpn.example.com nicht gefunden: Non-existent domain.", false)]
    public void Nslookup_without_an_answer_gives_no_address(string refusal, bool prompt)
    {
        var seen = Read.One<NameResolved>($"""
            {(prompt ? @"C:\>nslookup vpn.example.com" : "")}
            Server:  dns.corp.example
            Address:  192.0.2.53

            {refusal}
            """);

        Assert.Equal("vpn.example.com", seen.Name);
        Assert.Empty(seen.Addresses);
    }

    [Fact]
    public void Resolve_DnsName_gives_the_addresses_of_its_table()
    {
        var seen = Read.One<NameResolved>("""
            PS C:\> Resolve-DnsName vpn.example.com -Server 192.0.2.53

            Name                                           Type   TTL   Section    IPAddress
            ----                                           ----   ---   -------    ---------
            vpn.example.com                                A      300   Answer     203.0.113.10
            """);

        Assert.Equal(("vpn.example.com", "192.0.2.53"), (seen.Name, seen.Server));
        Assert.Equal(["203.0.113.10"], seen.Addresses);
    }

    [Theory]
    [InlineData("Resolve-DnsName : vpn.example.com : DNS name does not exist")]
    [InlineData("Resolve-DnsName: vpn.example.com : Der DNS-Name ist nicht vorhanden.")]
    public void Resolve_DnsName_without_an_answer_gives_no_address(string error)
    {
        var seen = Read.One<NameResolved>(error);

        Assert.Equal("vpn.example.com", seen.Name);
        Assert.Empty(seen.Addresses);
    }
}
