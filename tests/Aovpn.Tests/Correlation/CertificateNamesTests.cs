using Aovpn.Diagnosis.Correlation;
using static Aovpn.Tests.Rules.ServerAuthentication.Certificates;

namespace Aovpn.Tests.Correlation;

public sealed class CertificateNamesTests
{
    [Theory]
    [InlineData("vpn.example.com", "vpn.example.com", true)]
    [InlineData("VPN.Example.COM.", "vpn.example.com", true)]
    [InlineData("vpn.example.com", "vpn.example.org", false)]
    [InlineData("vpn.example.com", "*.example.com", true)]
    [InlineData("a.vpn.example.com", "*.example.com", false)]
    [InlineData("example.com", "*.example.com", false)]
    [InlineData("203.0.113.10", "vpn.example.com", false)]
    public void An_alternative_name_covers_what_is_dialled(string dialled, string name, bool covered) =>
        Assert.Equal(covered, CertificateNames.Cover(Of("CN=other", names: [name]), dialled));

    [Fact]
    public void The_common_name_does_not_count_beside_alternative_names() =>
        Assert.False(CertificateNames.Cover(Of("CN=vpn.example.com", names: ["rras1.corp.example"]), "vpn.example.com"));

    [Fact]
    public void The_common_name_counts_where_there_are_none() =>
        Assert.True(CertificateNames.Cover(Of("CN=vpn.example.com, O=Corp", names: []), "vpn.example.com"));

    [Fact]
    public void Where_alternative_names_are_not_shown_another_common_name_leaves_it_open()
    {
        Assert.Null(CertificateNames.Cover(Of("CN=rras1"), "vpn.example.com"));
        Assert.Null(CertificateNames.Cover(Of("CN=rras1"), "203.0.113.10"));
        Assert.True(CertificateNames.Cover(Of("CN=vpn.example.com"), "vpn.example.com"));
    }

    [Fact]
    public void An_address_is_covered_by_an_address_name() =>
        Assert.True(CertificateNames.Cover(Of("CN=rras1", names: []) with { AddressNames = ["203.0.113.10"] }, "203.0.113.10"));
}
