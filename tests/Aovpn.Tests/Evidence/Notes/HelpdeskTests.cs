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
}
