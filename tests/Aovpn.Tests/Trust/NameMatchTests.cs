using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Diagnosis.Trust;

namespace Aovpn.Tests.Trust;

public sealed class NameMatchTests
{
    [Theory]
    [InlineData("vpn.example.com", "VPN.example.com.", true)]
    [InlineData("*.example.com", "vpn.example.com", true)]
    [InlineData("*.example.com", "a.vpn.example.com", false)]
    [InlineData("*.example.com", "example.com", false)]
    [InlineData("v*.example.com", "vpn.example.com", false)]
    [InlineData("münchen.example", "xn--mnchen-3ya.example", true)]
    public void Names_match_as_RFC_6125_says(string presented, string dialled, bool matches) =>
        Assert.Equal(matches, NameMatch.Matches(presented, dialled));

    [Fact]
    public void Alternative_names_rule_the_common_name_out() =>
        Assert.False(NameMatch.Covers(Named("CN=vpn.example.com", ["gateway.example.com"]), "vpn.example.com"));

    [Fact]
    public void Without_alternative_names_the_common_name_counts() =>
        Assert.True(NameMatch.Covers(Named("CN=vpn.example.com, O=Corp", []), "vpn.example.com"));

    [Fact]
    public void A_listing_that_hides_alternative_names_says_nothing_against_a_name() =>
        Assert.Null(NameMatch.Covers(Named("CN=gateway", null), "vpn.example.com"));

    [Theory]
    [InlineData("203.0.113.10", true)]
    [InlineData("203.0.113.11", false)]
    public void Addresses_match_address_names(string dialled, bool covered) =>
        Assert.Equal(covered, NameMatch.Covers(Named("CN=gateway", []) with { AddressNames = ["203.0.113.10"] }, dialled));

    private static Certificate Named(string subject, ImmutableArray<string>? names) =>
        new(new(new("listing"), new Locator.Lines(1)), subject, null, null, null, null, null, null, names, null);
}
