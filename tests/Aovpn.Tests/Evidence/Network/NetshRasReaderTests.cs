using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Network;

public sealed class NetshRasReaderTests
{
    [Fact]
    public void A_dump_gives_methods_ports_and_pool()
    {
        var seen = Read.Text("""
            pushd ras
            add authtype type = MSCHAPv2
            add authtype type = EAP
            add authtype type = CERT
            set wanports device = "WAN Miniport (SSTP)" rasinonly = enabled ddinout = disabled maxports = 64
            set wanports device = "WAN Miniport (IKEv2)" rasinonly = enabled ddinout = disabled maxports = 500
            popd

            pushd ras ip
            set addrassign method = pool
            add range from = 10.10.8.1 to = 10.10.8.254
            add range from = 10.10.9.1 to = 10.10.9.20
            popd
            """, HostRole.VpnServer).Observations.OfType<GatewayConfigured>().ToArray();

        Assert.Equal(2, seen.Length);
        Assert.Equal(["MsChapv2", "EAP", "Certificate"], seen[0].AuthenticationMethods!.Value);
        Assert.Equal((500, new Locator.Lines(6)), (seen[0].Ikev2Ports!.Value, seen[0].Fields[nameof(GatewayConfigured.Ikev2Ports)]));
        Assert.Equal(["10.10.8.1-10.10.8.254", "10.10.9.1-10.10.9.20"], seen[1].AddressRanges!.Value);
        Assert.Null(seen[1].AuthenticationMethods);
    }

    [Theory]
    [InlineData("netsh ras ip show config\n\nRAS IP config\n-----------------\nNegotiation mode:      allow\nAssignment method:     pool\nPool:                  10.10.8.1 to 10.10.8.254\n", "10.10.8.1-10.10.8.254")]
    [InlineData("C:\\>netsh ras ip show config\n\nRAS-IP-Konfiguration\n\nAushandlungsmodus:     allow\nZuweisungsmethode:     pool\nPool:                  10.10.8.1 - 10.10.8.254\n", "10.10.8.1-10.10.8.254")]
    [InlineData("netsh ras ip show config\nAssignment method:     auto\n", "")]
    public void A_listing_gives_how_addresses_are_assigned(string text, string ranges) =>
        Assert.Equal(ranges, string.Join(' ', Read.One<GatewayConfigured>(text).AddressRanges!.Value));

    [Fact]
    public void Methods_are_read_below_their_command() => Assert.Equal(
        ["MsChapv2", "EAP"],
        Read.One<GatewayConfigured>("netsh ras show authtype\n\nCode            Meaning\n--------------------\nMSCHAPv2        Microsoft Challenge-Handshake\nEAP             Extensible\n").AuthenticationMethods!.Value);

    [Theory]
    [InlineData("netsh ras ip show config\nThe service has not been started.\n")]
    [InlineData("pushd ras aaaa\npopd\n")]
    public void A_command_without_an_answer_is_none(string text) => Assert.Empty(Read.Text(text).Observations.OfType<GatewayConfigured>());
}
