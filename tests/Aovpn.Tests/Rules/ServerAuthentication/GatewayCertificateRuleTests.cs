using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Diagnosis.Rules.ServerAuthentication;
using static Aovpn.Tests.Rules.ServerAuthentication.Certificates;

namespace Aovpn.Tests.Rules.ServerAuthentication;

public sealed class GatewayCertificateRuleTests
{
    [Theory]
    [InlineData(Purpose.ServerAuthentication, "RuledOut")]
    [InlineData(Purpose.Any, "RuledOut")]
    [InlineData(Purpose.ClientAuthentication, "Found")]
    public void The_purpose_decides(string purpose, string verdict) =>
        Assert.StartsWith(verdict, Assert.Single(Judge(new ServerAuthenticationEkuMissing(), Presented(Of("CN=vpn", purposes: [purpose])))), StringComparison.Ordinal);

    [Fact]
    public void A_certificate_without_purposes_allows_all() =>
        Assert.StartsWith("RuledOut", Assert.Single(Judge(new ServerAuthenticationEkuMissing(), Presented(Of("CN=vpn", purposes: [])))), StringComparison.Ordinal);

    [Fact]
    public void A_listing_that_does_not_show_purposes_leaves_it_open() =>
        Assert.StartsWith("Undecided", Assert.Single(Judge(new ServerAuthenticationEkuMissing(), Machine(HostRole.VpnServer, Of("CN=vpn")))), StringComparison.Ordinal);

    [Fact]
    public void Two_that_could_be_used_and_differ_leave_it_open()
    {
        var early = Of("CN=one") with { NotBefore = null };
        var late = Of("CN=two") with { NotAfter = new ListedDate(new DateTime(2018, 5, 6), new DateTime(2018, 6, 5)), NotBefore = null };

        Assert.StartsWith("Undecided: 2 certificates", Assert.Single(Judge(new ServerCertificateExpired(), Machine(HostRole.VpnServer, early, late))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2015, 2018, "Found: CN=vpn expired")]
    [InlineData(2019, 2021, "Found: CN=vpn is not valid before")]
    [InlineData(2017, 2020, "RuledOut: CN=vpn is in force")]
    public void Dates_are_judged_for_the_time_of_the_attempt(int from, int to, string verdict) =>
        Assert.StartsWith(verdict, Assert.Single(Judge(new ServerCertificateExpired(), Presented(Of("CN=vpn", from: from, to: to)))), StringComparison.Ordinal);

    [Fact]
    public void A_date_that_can_be_read_in_two_ways_leaves_it_open_only_where_they_disagree()
    {
        var certificate = Of("CN=vpn") with { NotAfter = new ListedDate(new DateTime(2018, 5, 6), new DateTime(2018, 6, 5)) };
        Assert.StartsWith("Undecided", Assert.Single(Judge(new ServerCertificateExpired(), Presented(certificate))), StringComparison.Ordinal);

        certificate = certificate with { NotAfter = new ListedDate(new DateTime(2018, 3, 4), new DateTime(2018, 4, 3)) };
        Assert.StartsWith("Found", Assert.Single(Judge(new ServerCertificateExpired(), Presented(certificate))), StringComparison.Ordinal);
    }

    [Fact]
    public void Clients_that_dial_an_address_find_a_name() => Assert.Equal(
        ["Found: clients dial the address 203.0.113.10; the VPN server's certificate carries vpn.example.com"],
        Judge(new ServerNameNotInCertificate(), Dials("203.0.113.10"), Presented(Of("CN=rras1", names: ["vpn.example.com"]))));

    [Fact]
    public void Of_several_servers_of_a_profile_one_that_fits_is_enough() => Assert.StartsWith(
        "RuledOut", Assert.Single(Judge(new ServerNameNotInCertificate(), Dials("vpn2.example.com", "vpn.example.com"), Presented(Of("CN=rras1", names: ["vpn.example.com"])))), StringComparison.Ordinal);

    [Fact]
    public void Where_only_SSTP_is_in_use_the_rules_for_IKE_keep_silent()
    {
        var sstp = Dials("vpn.example.com") with { TunnelType = "SSTP" };
        var expired = Machine(HostRole.VpnServer, Of("CN=vpn.example.com", from: 2015, to: 2018));

        Assert.Empty(Judge(new ServerCertificateExpired(), sstp, expired));
        Assert.StartsWith("Found", Assert.Single(Judge(new SstpCertificateExpired(), sstp, expired)), StringComparison.Ordinal);
    }
}
