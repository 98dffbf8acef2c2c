using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Network;

public sealed class RouteReaderTests
{
    private const string Print = """
        C:\>route print
        ===========================================================================
        Interface List
         35...........................AOVPN
          5...00 15 5d 01 02 03 ......Intel(R) Ethernet Connection
        ===========================================================================

        IPv4 Route Table
        ===========================================================================
        Active Routes:
        Network Destination        Netmask          Gateway       Interface  Metric
                  0.0.0.0          0.0.0.0        192.0.2.1       192.0.2.50     25
                 10.0.0.0        255.0.0.0         On-link      198.51.100.7     26
        ===========================================================================
        Persistent Routes:
          Network Address          Netmask  Gateway Address  Metric
                 10.9.0.0      255.255.0.0        192.0.2.9       1
        ===========================================================================

        IPv6 Route Table
        ===========================================================================
        Active Routes:
         If Metric Network Destination      Gateway
         35     26 2001:db8:1::/64          On-link
          5    281 2001:db8:aaaa:bbbb:cccc:dddd:eeee:ffff/128
                                            On-link
        ===========================================================================
        """;

    [Fact]
    public void Route_print_gives_active_routes_of_both_versions()
    {
        var table = Read.One<RoutesListed>(Print);

        Assert.False(table.OfTunnelOnly);
        Assert.Equal(
            [
                ("0.0.0.0/0", "192.0.2.1", "192.0.2.50", 25), ("10.0.0.0/8", null, "198.51.100.7", 26), ("2001:db8:1::/64", null, "AOVPN", 26),
                ("2001:db8:aaaa:bbbb:cccc:dddd:eeee:ffff/128", null, "Intel(R) Ethernet Connection", 281),
            ],
            table.Routes.Select(route => (route.Prefix, route.NextHop, route.Interface, route.Metric!.Value)));
        Assert.Equal("evidence, line 13", table.Routes[1].Source.ToString());
    }

    [Theory]
    [InlineData("Network Destination        Netmask          Gateway       Interface  Metric")]
    [InlineData("     Netzwerkziel    Netzwerkmaske          Gateway    Schnittstelle Metrik")]
    public void The_columns_of_an_excerpt_are_nobodys_words(string heading)
    {
        var reading = Read.Text($"""
            {heading}
                      0.0.0.0          0.0.0.0         On-link      198.51.100.7     26
            """);

        Assert.IsType<RoutesListed>(Assert.Single(reading.Observations));
    }

    [Fact]
    public void Words_above_an_excerpt_stay_a_note()
    {
        var reading = Read.Text("""
            The mask is wrong, a prefix with host bits.
                      0.0.0.0          0.0.0.0         On-link      198.51.100.7     26
            """);

        Assert.Contains(reading.Observations, seen => seen is TopicMentioned { Topic: "host-bits" });
    }

    [Fact]
    public void Route_print_reads_words_of_other_languages_for_a_direct_route()
    {
        var route = Assert.Single(Read.One<RoutesListed>("         10.0.0.0        255.0.0.0   Auf Verbindung      198.51.100.7     26\n").Routes);

        Assert.Equal(("10.0.0.0/8", null, "198.51.100.7", 26), (route.Prefix, route.NextHop, route.Interface, route.Metric));
    }

    [Fact]
    public void Get_NetRoute_of_one_interface_is_not_the_whole_table()
    {
        var table = Read.One<RoutesListed>("""
            PS C:\> Get-NetRoute -InterfaceAlias "AOVPN"

            ifIndex DestinationPrefix                              NextHop                                  RouteMetric ifMetric PolicyStore
            ------- -----------------                              -------                                  ----------- -------- -----------
            35      10.0.0.0/8                                     0.0.0.0                                            1 25       ActiveStore
            35      2001:db8:1::/64                                ::                                               256 25       ActiveStore
            """);

        Assert.True(table.OfTunnelOnly);
        Assert.Equal([("10.0.0.0/8", 1), ("2001:db8:1::/64", 256)], table.Routes.Select(route => (route.Prefix, route.Metric!.Value)));
    }

    [Fact]
    public void Get_NetRoute_as_a_list_reads()
    {
        var table = Read.One<RoutesListed>("""
            ifIndex            : 35
            DestinationPrefix  : 10.0.0.0/8
            NextHop            : 0.0.0.0
            RouteMetric        : 1

            ifIndex            : 35
            DestinationPrefix  : 172.16.0.0/12
            NextHop            : 0.0.0.0
            RouteMetric        : 1
            """);

        Assert.Equal(["10.0.0.0/8", "172.16.0.0/12"], table.Routes.Select(route => route.Prefix));
    }
}
