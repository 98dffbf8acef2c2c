namespace Aovpn.Tests.Evidence.Notes;

public sealed class HelpdeskTests
{
    [Theory]
    [InlineData("We checked the firewall, UDP 500 and 4500 are open and forwarded to the server.", "no-topic:ports-blocked")]
    [InlineData("If I change the tunnel type to SSTP it works right away.", "differs-by:tunnel-type")]
    [InlineData("Connection is up, IP address from the pool is assigned, but I cannot ping anything inside.", "symptom:connected-no-access")]
    [InlineData("The VPN does not connect automatically after a reboot; if I click Connect it works.", "differs-by:manual")]
    [InlineData("Only machines that were upgraded to Windows 11 24H2 have this.", "since:feature-update")]
    [InlineData("Laptop has two machine certificates from different CAs and the wrong one is picked.", "topic:several-certificates")]
    [InlineData("Domain controllers were patched on Tuesday, after that all certificate logons are denied.", "topic:domain-controller-updated")]
    [InlineData("Everything works with IPv4, over IPv6 nothing goes through.", "differs-by:address-family")]
    [InlineData("The user is not a member of the VPN Users group.", "no-topic:group-membership")]
    [InlineData("New sessions are refused as soon as more than 128 users are connected.", "differs-by:load")]
    public void Understands_what_a_helpdesk_writes(string sentence, string expected) => Assert.Contains(expected, Say.Understood(sentence));

    [Theory]
    [InlineData("IKEv2 works from my phone's hotspot, but with our customer's guest WiFi it does not.", "differs-by:tunnel-type")]
    [InlineData("VPN connects inside the office too, which it should not.", "differs-by:lan")]
    [InlineData("User's password had expired yesterday.", "topic:certificate-expired")]
    [InlineData("The load balancer does source NAT, so RRAS sees one client address.", "differs-by:device")]
    public void Reads_nothing_into_it(string sentence, string unexpected) => Assert.DoesNotContain(unexpected, Say.Understood(sentence));

    [Theory]
    [InlineData("The certifcate of the gatway has expired.", "topic:certificate-expired")]
    [InlineData("A firewal blokcs the ports, it seems; the firewall blocks UDP 500.", "topic:ports-blocked")]
    [InlineData("Every secnod attempt goes through the laod balancer, sporadicaly it fails.", "differs-by:attempt")]
    [InlineData("Das Zertfikat ist abgelaufen und die Verbindnug scheitert.", "topic:certificate-expired")]
    [InlineData("The autentication method does not fit.", "topic:eap-type")]
    [InlineData("The machine certificat is not there.", "topic:certificate-missing")]
    [InlineData("Windows shows which certificats to choose, asking the user which certificat.", "symptom:asks-for-certificate")]
    public void Forgives_slips(string sentence, string expected) => Assert.Contains(expected, Say.Understood(sentence));

    [Theory]
    [InlineData("Connected to the VPN, but I can't open the file shares.", "symptom:connected-no-access")]
    [InlineData("VPN is up. The intranet does not load.", "symptom:connected-no-access")]
    [InlineData("Once connected, internal names can't be resolved.", "symptom:connected-no-names")]
    [InlineData("After connecting, one branch office is unreachable.", "symptom:connected-one-subnet")]
    [InlineData("VPN verbunden, die Netzlaufwerke sind nicht erreichbar.", "symptom:connected-no-access")]
    [InlineData("Le VPN est connecté mais les partages sont inaccessibles.", "symptom:connected-no-access")]
    [InlineData("La VPN se conecta pero no puedo acceder a los servidores internos.", "symptom:connected-no-access")]
    [InlineData("Over the VPN copying stalls.", "symptom:connected-large-transfers-fail")]
    public void Names_what_fails_inside(string sentence, string expected) => Assert.Contains(expected, Say.Understood(sentence));

    [Theory]
    [InlineData("VPN verbunden, alle Laufwerke sind da.", "symptom:connected-no-access")]
    [InlineData("Connected, the file shares open and the intranet loads.", "symptom:connected-no-access")]
    [InlineData("TotalCumulativeConnections : 703", "code:703")]
    [InlineData("Not connected, so the shares cannot be opened.", "symptom:connected-no-access")]
    public void Names_nothing_where_nothing_fails(string sentence, string unexpected) => Assert.DoesNotContain(unexpected, Say.Understood(sentence));
}
