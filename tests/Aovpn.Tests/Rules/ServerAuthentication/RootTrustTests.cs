using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Rules.ServerAuthentication;
using static Aovpn.Tests.Rules.ServerAuthentication.Certificates;

namespace Aovpn.Tests.Rules.ServerAuthentication;

public sealed class RootTrustTests
{
    [Fact]
    public void A_root_above_an_issuing_authority_is_enough() => Assert.StartsWith("RuledOut", Client(
        Presented(Of("CN=vpn", issuer: "CN=Issuing")),
        Store(HostRole.VpnServer, "CA", Diagnosis.Observations.StoreLocation.LocalMachine, Of("CN=Issuing", issuer: "CN=Corp Root")),
        Roots(HostRole.Client, Root("CN=Corp Root"))), StringComparison.Ordinal);

    [Fact]
    public void A_root_that_the_server_has_and_the_client_lacks_is_the_fault() => Assert.StartsWith("Found", Client(
        Presented(Of("CN=vpn", issuer: "CN=Corp CA")), Roots(HostRole.VpnServer, Root("CN=Corp CA")), Roots(HostRole.Client, Root("CN=Other"))), StringComparison.Ordinal);

    [Fact]
    public void An_issuer_that_may_have_a_root_above_it_leaves_it_open() => Assert.StartsWith("Undecided", Client(
        Presented(Of("CN=vpn", issuer: "CN=Corp CA")), Roots(HostRole.Client, Root("CN=Other"))), StringComparison.Ordinal);

    [Fact]
    public void An_excerpt_of_the_roots_does_not_prove_that_one_is_missing() => Assert.StartsWith("Undecided", Client(
        Presented(Of("CN=vpn", issuer: "CN=Corp Root")), Roots(HostRole.Client, Root("CN=Other")) with { Complete = false }), StringComparison.Ordinal);

    [Fact]
    public void A_self_signed_certificate_is_its_own_root() => Assert.StartsWith("Found", Client(
        Presented(Of("CN=vpn", issuer: "CN=vpn")), Roots(HostRole.Client, Root("CN=Other"))), StringComparison.Ordinal);

    [Fact]
    public void Names_in_another_order_are_the_same() => Assert.StartsWith("RuledOut", Client(
        Presented(Of("CN=vpn", issuer: "DC=example, DC=corp, CN=Corp Root")), Roots(HostRole.Client, Root("CN=Corp Root,DC=corp,DC=example"))), StringComparison.Ordinal);

    private static string Client(params Observation[] seen) => Assert.Single(Judge(new RootNotTrustedByClient(), seen));
}
