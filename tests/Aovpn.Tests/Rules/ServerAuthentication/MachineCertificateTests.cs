using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Diagnosis.Rules.ServerAuthentication;
using static Aovpn.Tests.Rules.ServerAuthentication.Certificates;

namespace Aovpn.Tests.Rules.ServerAuthentication;

public sealed class MachineCertificateTests
{
    private static readonly string[] Client = [Purpose.ClientAuthentication];

    [Fact]
    public void A_user_tunnel_needs_no_machine_certificate() => Assert.Empty(
        Judge(new ClientMachineCertificateUnusable(), Dials("vpn.example.com"), Machine(HostRole.Client)));

    [Fact]
    public void A_device_tunnel_does() => Assert.Equal(
        ["Found: the client's machine store holds no certificate of its own"], Judge(new ClientMachineCertificateUnusable(), DeviceTunnel, Machine(HostRole.Client)));

    [Fact]
    public void The_error_says_so_as_well() => Assert.StartsWith("Found", Assert.Single(Judge(
        new ClientMachineCertificateUnusable(), new WindowsErrorReported(At(1), Host.Client, null, Code.Windows(13806u)), Machine(HostRole.Client))), StringComparison.Ordinal);

    [Fact]
    public void Every_reason_is_told() => Assert.Equal(
        ["Found: none of the 3 certificates in the client's machine store can be used: CN=a has no private key; "
            + $"CN=b may not be used for Client Authentication ({Purpose.ClientAuthentication}); CN=c expired on 2018-01-01 00:00"],
        Judge(new ClientMachineCertificateUnusable(), DeviceTunnel, Machine(
            HostRole.Client, Of("CN=a", purposes: Client, key: false), Of("CN=b", purposes: [Purpose.ServerAuthentication]), Of("CN=c", from: 2016, to: 2018, purposes: Client))));

    [Fact]
    public void Purposes_that_are_not_shown_leave_it_open() => Assert.StartsWith("Undecided", Assert.Single(Judge(
        new ClientMachineCertificateUnusable(), DeviceTunnel, Machine(HostRole.Client, Of("CN=a")))), StringComparison.Ordinal);

    [Fact]
    public void An_excerpt_proves_nothing() => Assert.StartsWith("Undecided", Assert.Single(Judge(
        new ClientMachineCertificateUnusable(), DeviceTunnel, Machine(HostRole.Client) with { Complete = false })), StringComparison.Ordinal);

    [Fact]
    public void Two_authorities_are_no_fault_where_one_certificate_is_for_IKE() => Assert.StartsWith("RuledOut", Assert.Single(Judge(
        new SeveralMachineCertificates(), DeviceTunnel,
        Machine(HostRole.Client, Of("CN=a", purposes: [Purpose.ClientAuthentication, Purpose.IkeIntermediate]), Of("CN=b", issuer: "CN=Other", purposes: Client)))), StringComparison.Ordinal);

    [Fact]
    public void Nor_where_the_connection_has_a_filter() => Assert.StartsWith("RuledOut", Assert.Single(Judge(
        new SeveralMachineCertificates(), DeviceTunnel with { MachineCertificateFilters = [Purpose.IkeIntermediate] },
        Machine(HostRole.Client, Of("CN=a", purposes: Client), Of("CN=b", issuer: "CN=Other", purposes: Client)))), StringComparison.Ordinal);

    [Fact]
    public void A_server_whose_certificates_have_no_keys_has_none() => Assert.StartsWith("Found: the only certificate", Assert.Single(Judge(
        new ServerMachineCertificateMissing(), Machine(HostRole.VpnServer, Of("CN=vpn", key: false)))), StringComparison.Ordinal);

    [Theory]
    [InlineData("CN=Corp Root CA", "RuledOut")]
    [InlineData("Corp Root CA", "RuledOut")]
    [InlineData("CN=Another Root CA", "Found")]
    public void The_accepted_root_is_compared_by_name(string accepted, string verdict) => Assert.StartsWith(verdict, Assert.Single(Judge(
        new AcceptedRootDiffers(), new GatewayConfigured(At(1), Host.VpnServer, null, null, accepted, null, null),
        Machine(HostRole.Client, Of("CN=pc1", issuer: "CN=Corp Root CA", purposes: Client)))), StringComparison.Ordinal);
}
