using System.Text;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Network;

public sealed class DamagedListingTests
{
    private const string Listings = """
        C:\>ipconfig /all

        Windows IP Configuration

        PPP adapter AOVPN:

           Connection-specific DNS Suffix  . : corp.example
           IPv4 Address. . . . . . . . . . . : 198.51.100.7(Preferred)
           Subnet Mask . . . . . . . . . . . : 255.255.255.255
           DNS Servers . . . . . . . . . . . : 198.51.100.53
                                               198.51.100.54

        C:\>nslookup vpn.example.com
        Server:  dns.corp.example
        Address:  192.0.2.53

        *** dns.corp.example can't find vpn.example.com: Non-existent domain

        C:\>ping 10.0.0.5

        Pinging 10.0.0.5 with 32 bytes of data:
        Request timed out.

        Ping statistics for 10.0.0.5:
            Packets: Sent = 1, Received = 0, Lost = 1 (100% loss),

        ComputerName     : vpn.example.com
        RemoteAddress    : 203.0.113.10
        RemotePort       : 443
        TcpTestSucceeded : True

        C:\>route print
        IPv4 Route Table
        Active Routes:
                 10.0.0.0        255.0.0.0         On-link      198.51.100.7     26
         35     26 2001:db8:1::/64          On-link

        DestinationPrefix   NextHop   RouteMetric
        10.0.0.0/8          0.0.0.0   1

        SERVICE_NAME: IKEEXT
                STATE              : 4  RUNNING

        Status   Name               DisplayName
        ------   ----               -----------
        Running  IKEEXT             IKE and AuthIP IPsec Keying Modules

        Thumbprint                                Subject
        ----------                                -------
        A50337AB015D5612B7DC4C1E759D201E74CC2A93  CN=vpn.example.com, O=Corp

        Subject: CN=nps.corp.example
        Enhanced Key Usage: Server Authentication (1.3.6.1.5.5.7.3.1)
        """;

    [Fact]
    public void One_text_may_hold_listings_of_every_kind() => Assert.Equal(
        [
            "cert-listing", "certificate-text", "get-netroute", "ipconfig", "nslookup", "ping", "route-print", "service-state", "test-netconnection",
        ],
        Read.Text(Listings).Kinds.Where(kind => kind != "note").Order(StringComparer.Ordinal));

    [Fact]
    public void Damaged_copies_never_throw()
    {
        foreach (var damaged in Damaged.Copies(Encoding.UTF8.GetBytes(Listings), copies: 120))
            Assert.NotNull(Read.Bytes(damaged));
    }
}
