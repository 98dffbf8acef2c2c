using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Network;

public sealed class ReachReaderTests
{
    [Theory]
    [InlineData("Pinging vpn.example.com [203.0.113.10] with 32 bytes of data:", "Reply from 203.0.113.10: bytes=32 time=14ms TTL=52", true)]
    [InlineData("Pinging vpn.example.com [203.0.113.10] with 32 bytes of data:", "Request timed out.", false)]
    [InlineData("Pinging vpn.example.com [203.0.113.10] with 32 bytes of data:", "Reply from 192.0.2.50: Destination host unreachable.", false)]
    [InlineData("Ping wird ausgeführt für vpn.example.com [203.0.113.10] mit 32 Bytes Daten:", "Antwort von 203.0.113.10: Bytes=32 Zeit=14ms TTL=52", true)]
    [InlineData("Ping wird ausgeführt für vpn.example.com [203.0.113.10] mit 32 Bytes Daten:", "Zeitüberschreitung der Anforderung.", false)]
    [InlineData("Envoi d’une requête 'Ping'  vpn.example.com [203.0.113.10] avec 32 octets de données :", "Délai d’attente de la demande dépassé.", false)]
    public void Ping_by_name_resolves_and_reaches(string heading, string line, bool answered)
    {
        var seen = Read.Text($"""
            {heading}
            {line}
            {line}

            Ping statistics for 203.0.113.10:
                Packets: Sent = 2, Received = 2, Lost = 0 (0% loss),

            and then a sentence.
            """).Observations;

        var reached = Assert.Single(seen.OfType<Reached>());
        Assert.Equal(("vpn.example.com", "icmp", null, answered, false), (reached.Target, reached.Protocol, reached.Port, reached.Answered, reached.Inside));
        Assert.Equal("evidence, lines 1-6", reached.Source.ToString());
        var resolved = Assert.Single(seen.OfType<NameResolved>());
        Assert.Equal(["203.0.113.10"], resolved.Addresses);
    }

    [Theory]
    [InlineData("Ping request could not find host vpn.example.com. Please check the name and try again.")]
    [InlineData("Ping-Anforderung konnte Host \"vpn.example.com\" nicht finden. Überprüfen Sie den Namen, und versuchen Sie es erneut.")]
    [InlineData("La requête Ping n'a pas pu trouver l'hôte vpn.example.com. Vérifiez le nom et essayez à nouveau.")]
    [InlineData("La solicitud de ping no pudo encontrar el host vpn.example.com. Compruebe el nombre y vuelva a intentarlo.")]
    [InlineData("Impossibile trovare l'host vpn.example.com. Verificare che il nome sia corretto e riprovare.")]
    public void Ping_of_an_unknown_name_resolves_to_nothing(string sentence)
    {
        var seen = Read.One<NameResolved>("C:\\>ping vpn.example.com\n" + sentence + "\n");

        Assert.Equal("vpn.example.com", seen.Name);
        Assert.Empty(seen.Addresses);
        Assert.Equal("evidence, lines 1-2", seen.Source.ToString());
    }

    [Fact]
    public void Test_NetConnection_tells_of_name_ping_and_port()
    {
        var seen = Read.Text("""
            PS C:\> Test-NetConnection vpn.example.com -Port 443
            WARNING: TCP connect to (203.0.113.10 : 443) failed
            WARNING: Ping to 203.0.113.10 failed with status: TimedOut

            ComputerName           : vpn.example.com
            RemoteAddress          : 203.0.113.10
            RemotePort             : 443
            InterfaceAlias         : Ethernet
            SourceAddress          : 192.0.2.50
            PingSucceeded          : False
            PingReplyDetails (RTT) : 0 ms
            TcpTestSucceeded       : False
            """).Observations;

        Assert.Equal(
            [("icmp", null, false), ("tcp", 443, false)],
            seen.OfType<Reached>().Select(reached => (reached.Protocol, reached.Port, reached.Answered!.Value)));
        Assert.Equal(["203.0.113.10"], Assert.Single(seen.OfType<NameResolved>()).Addresses);
    }
}
