using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Network;

public sealed class NetIPConfigurationReaderTests
{
    [Fact]
    public void Interfaces_are_read_with_every_address_of_a_list()
    {
        var seen = Read.One<InterfacesListed>("""
            InterfaceAlias       : Ethernet
            InterfaceIndex       : 12
            InterfaceDescription : Intel(R) Ethernet
            NetProfile.Name      : Netzwerk 3
            IPv4Address          : 192.168.178.20
            IPv6DefaultGateway   :
            IPv4DefaultGateway   : 192.168.178.1
            DNSServer            : 192.168.178.1
                                   192.168.178.2

            InterfaceAlias       : Corp VPN
            InterfaceDescription : Corp VPN
            IPv4Address          : 10.10.8.21
            DNSServer            : 10.10.0.30
            """, HostRole.Client);

        Assert.Equal([("Ethernet", false), ("Corp VPN", true)], seen.Interfaces.Select(one => (one.Name, one.IsTunnel)));
        Assert.Equal(["192.168.178.20"], seen.Interfaces[0].Addresses);
        Assert.Equal(["192.168.178.1"], seen.Interfaces[0].Gateways);
        Assert.Equal(["192.168.178.1", "192.168.178.2"], seen.Interfaces[0].DnsServers);
        Assert.Equal(new Locator.Lines(8, 9), seen.Interfaces[0].Fields[nameof(Interface.DnsServers)]);
    }

    [Fact]
    public void Another_cmdlets_list_that_names_an_interface_is_left_to_its_reader() =>
        Assert.DoesNotContain("get-netipconfiguration", Read.Text("InterfaceAlias : Ethernet\nForwarding : Enabled\nAddressFamily : IPv4\n").Kinds);
}
