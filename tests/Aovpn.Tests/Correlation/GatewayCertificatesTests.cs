using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using static Aovpn.Tests.Rules.ServerAuthentication.Certificates;

namespace Aovpn.Tests.Correlation;

public sealed class GatewayCertificatesTests
{
    private static readonly string[] Server = [Purpose.ServerAuthentication], Client = [Purpose.ClientAuthentication];

    [Fact]
    public void A_handshake_settles_it() => Assert.Equal(
        ["CN=presented"], Chosen(Machine(HostRole.VpnServer, Of("CN=stored", purposes: Server)), Presented(Of("CN=presented"))));

    [Fact]
    public void An_expired_certificate_beside_a_good_one_is_not_used() => Assert.Equal(
        ["CN=new"], Chosen(Machine(HostRole.VpnServer, Of("CN=old", from: 2015, to: 2017, purposes: Server), Of("CN=new", purposes: Server))));

    [Fact]
    public void The_one_that_the_configuration_names_is_used_whatever_else_is_there()
    {
        var old = Of("CN=old", from: 2015, to: 2017, purposes: Server);
        var configured = new GatewayConfigured(At(1), Host.VpnServer, null, null, null, null, null) { CertificateThumbprint = old.Thumbprint };

        Assert.Equal(["CN=old"], Chosen(Machine(HostRole.VpnServer, old, Of("CN=new", purposes: Server)), configured));
    }

    [Fact]
    public void Of_expired_ones_the_newest_is_judged() => Assert.Equal(
        ["CN=newer"], Chosen(Machine(HostRole.VpnServer, Of("CN=older", from: 2014, to: 2016), Of("CN=newer", from: 2015, to: 2018))));

    [Fact]
    public void One_for_clients_only_is_not_taken_where_one_for_servers_is() => Assert.Equal(
        ["CN=vpn.example.com"], Chosen(Machine(HostRole.VpnServer, Of("CN=RRAS1", purposes: Client), Of("CN=vpn.example.com", from: 2015, to: 2018, purposes: Server))));

    [Fact]
    public void The_name_that_is_dialled_decides_among_good_ones() => Assert.Equal(
        ["CN=vpn.example.com"],
        Chosen(Machine(HostRole.VpnServer, Of("CN=rras1.corp.example", purposes: Server), Of("CN=vpn.example.com", purposes: Server)), Dials("vpn.example.com")));

    [Fact]
    public void Two_that_nothing_tells_apart_stay_two() => Assert.Equal(
        ["CN=one", "CN=two"], Chosen(Machine(HostRole.VpnServer, Of("CN=one", purposes: Server), Of("CN=two", purposes: Server))));

    [Fact]
    public void Certificates_without_key_and_authorities_are_none() => Assert.Empty(
        Chosen(Machine(HostRole.VpnServer, Of("CN=keyless", key: false), Of("CN=CA") with { IsCertificationAuthority = true })));

    [Fact]
    public void Listings_of_clients_and_of_users_are_not_the_servers() => Assert.Empty(
        Chosen(Machine(HostRole.Client, Of("CN=pc1")), Store(HostRole.VpnServer, "My", StoreLocation.CurrentUser, Of("CN=admin"))));

    private static string[] Chosen(params Observation[] seen) => [.. GatewayCertificates.In(Case(seen)).Select(one => one.Certificate.Subject)];
}
