using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Network;

public sealed class IpconfigReaderTests
{
    private const string All = """
        C:\Users\alice>ipconfig /all

        Windows IP Configuration

           Host Name . . . . . . . . . . . . : CLIENT1
           Primary Dns Suffix  . . . . . . . : corp.example
           Node Type . . . . . . . . . . . . : Hybrid

        Ethernet adapter Ethernet 2:

           Connection-specific DNS Suffix  . : home.example
           Description . . . . . . . . . . . : Intel(R) Ethernet Connection
           Physical Address. . . . . . . . . : 00-15-5D-01-02-03
           DHCP Enabled. . . . . . . . . . . : Yes
           Link-local IPv6 Address . . . . . : fe80::1d2c:3b4a:5f6e:7081%5(Preferred)
           IPv4 Address. . . . . . . . . . . : 192.0.2.50(Preferred)
           Subnet Mask . . . . . . . . . . . : 255.255.255.0
           Lease Obtained. . . . . . . . . . : Sunday, November 22, 2026 9:00:00 AM
           Default Gateway . . . . . . . . . : fe80::1%5
                                               192.0.2.1
           DHCP Server . . . . . . . . . . . : 192.0.2.1
           DNS Servers . . . . . . . . . . . : 192.0.2.53
                                               2001:db8::53

        PPP adapter Always On VPN:

           Connection-specific DNS Suffix  . :
           Description . . . . . . . . . . . : Always On VPN
           IPv4 Address. . . . . . . . . . . : 198.51.100.7(Preferred)
           Subnet Mask . . . . . . . . . . . : 255.255.255.255
           Default Gateway . . . . . . . . . :
           DNS Servers . . . . . . . . . . . : 198.51.100.53
           NetBIOS over Tcpip. . . . . . . . : Enabled

        C:\Users\alice>
        """;

    [Fact]
    public void Reads_adapters_with_their_addresses_gateways_and_resolvers()
    {
        var listed = Read.One<InterfacesListed>(All);

        Assert.Equal(2, listed.Interfaces.Length);
        var lan = listed.Interfaces[0];
        Assert.Equal(("Ethernet 2", "home.example", false), (lan.Name, lan.DnsSuffix, lan.IsTunnel));
        Assert.Equal(["fe80::1d2c:3b4a:5f6e:7081", "192.0.2.50/24"], lan.Addresses);
        Assert.Equal(["fe80::1", "192.0.2.1"], lan.Gateways);
        Assert.Equal(["192.0.2.53", "2001:db8::53"], lan.DnsServers);
        Assert.Equal("evidence, lines 22-23", lan.Cite(nameof(Interface.DnsServers)).ToString());

        var tunnel = listed.Interfaces[1];
        Assert.Equal(("Always On VPN", (string?)null, true), (tunnel.Name, tunnel.DnsSuffix, tunnel.IsTunnel));
        Assert.Equal(["198.51.100.7/32"], tunnel.Addresses);
        Assert.Empty(tunnel.Gateways);
        Assert.Equal("evidence, lines 25-33", tunnel.Source.ToString());
    }

    [Fact]
    public void Reads_leaders_without_spaces_and_tabbed_continuations()
    {
        var listed = Read.One<InterfacesListed>("""
            PPP adapter VNet1:
                Connection-specific DNS Suffix .: corp.example
                IPv4 Address....................: 198.51.100.3(Preferred)
                Subnet Mask.....................: 255.255.255.255
                DNS Servers.....................: 198.51.100.53
            						198.51.100.54
            """);

        var tunnel = Assert.Single(listed.Interfaces);
        Assert.True(tunnel.IsTunnel);
        Assert.Equal(["198.51.100.3/32"], tunnel.Addresses);
        Assert.Equal(["198.51.100.53", "198.51.100.54"], tunnel.DnsServers);
        Assert.Equal("corp.example", tunnel.DnsSuffix);
    }

    [Theory]
    [InlineData("PPP-Adapter AOVPN:", "Verbindungsspezifisches DNS-Suffix", "IPv4-Adresse  . . . . . . . . . . :", "Subnetzmaske", "Standardgateway", "DNS-Server")]
    [InlineData("Carte PPP AOVPN :", "Suffixe DNS propre à la connexion", "Adresse IPv4. . . . . . . . . . . :", "Masque de sous-réseau", "Passerelle par défaut", "Serveurs DNS")]
    [InlineData("Adaptador PPP AOVPN:", "Sufijo DNS específico para la conexión", "Dirección IPv4. . . . . . . . . . :", "Máscara de subred", "Puerta de enlace predeterminada", "Servidores DNS")]
    public void Reads_other_languages_by_structure(string heading, string suffix, string address, string mask, string gateway, string servers)
    {
        var listed = Read.One<InterfacesListed>($"""
            {heading}

               {suffix}. . . : corp.example
               {address} 198.51.100.7(x)
               {mask} . . . . . . . . : 255.255.255.255
               {gateway} . . . . . . . : 198.51.100.1
               {servers} . . . . . . . : 198.51.100.53
            """);

        var tunnel = Assert.Single(listed.Interfaces);
        Assert.Equal(("AOVPN", "corp.example", true), (tunnel.Name, tunnel.DnsSuffix, tunnel.IsTunnel));
        Assert.Equal(["198.51.100.7/32"], tunnel.Addresses);
        Assert.Equal(["198.51.100.1"], tunnel.Gateways);
        Assert.Equal(["198.51.100.53"], tunnel.DnsServers);
    }
}
