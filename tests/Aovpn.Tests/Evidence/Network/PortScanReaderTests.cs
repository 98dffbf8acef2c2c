using System.Text;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Network;

public sealed class PortScanReaderTests
{
    private const string Nmap = """
        Nmap scan report for vpn.example.com (203.0.113.10)
        Host is up (0.020s latency).

        PORT     STATE         SERVICE
        500/udp  open          isakmp
        4500/udp open|filtered nat-t-ike
        443/tcp  closed        https
        """;

    private const string PortQry = """
        Querying target system called:

         vpn.example.com

        Attempting to resolve name to IP address...

        UDP port 500 (isakmp service): LISTENING or FILTERED
        TCP port 443 (https service): LISTENING
        UDP port 4500 (ipsec-msft service): NOT LISTENING
        """;

    private const string IkeScan = """
        $ sudo ike-scan --ikev2 vpn.example.com
        Starting ike-scan 1.9.4 with 1 hosts (http://www.nta-monitor.com/tools/ike-scan/)

        Ending ike-scan 1.9.4: 1 hosts scanned in 2.438 seconds (0.41 hosts/sec).  0 returned handshake; 0 returned notify
        """;

    [Fact]
    public void Reads_nmap_row_by_row() => Assert.Equal(
        [("vpn.example.com", "udp", 500, true), ("vpn.example.com", "udp", 4500, null), ("vpn.example.com", "tcp", 443, false)], Seen(Nmap));

    [Fact]
    public void Reads_PortQry_and_leaves_a_silent_udp_port_open() => Assert.Equal(
        [("vpn.example.com", "udp", 500, null), ("vpn.example.com", "tcp", 443, true), ("vpn.example.com", "udp", 4500, false)], Seen(PortQry));

    [Fact]
    public void No_answer_to_ike_scan_is_an_answer() => Assert.Equal([("vpn.example.com", "udp", 500, false)], Seen(IkeScan));

    [Theory]
    [InlineData("500/udp  open          isakmp")]
    [InlineData("UDP port 500 is blocked: NOT LISTENING")]
    public void A_row_without_a_target_is_nobodys(string text) => Assert.Empty(Seen(text));

    [Theory]
    [InlineData(Nmap)]
    [InlineData(PortQry)]
    [InlineData(IkeScan)]
    public void Damaged_scans_do_no_harm(string sample)
    {
        foreach (var copy in Damaged.Copies(Encoding.UTF8.GetBytes(sample)))
            Assert.NotNull(Read.Bytes(copy));
    }

    private static IEnumerable<(string, string, int?, bool?)> Seen(string text) =>
        Read.Text(text).Observations.OfType<Reached>().Select(seen => (seen.Target, seen.Protocol, seen.Port, seen.Answered));
}
