using Aovpn.Tests.Support;

namespace Aovpn.Tests.Rules;

/// <summary>A statement that excludes a code's commonest cause wins over how common it is; without one the commonest stands first.</summary>
public sealed class CausesExcludedTests
{
    [Theory]
    [InlineData("Error 809. The tablet on the same network connects to the gateway.", "AOV201")]
    [InlineData("VPN connected, can't open the shares, can't ping any server.", "AOV803")]
    public void A_statement_excludes(string note, string id) =>
        Assert.DoesNotContain(Suspected.After(note), finding => finding.Page.Id == id);

    [Theory]
    [InlineData("Error 809.", "AOV201")]
    [InlineData("Error 809. The tablet on another network connects to the gateway.", "AOV201")]
    [InlineData("A certificate could not be found that can be used with this Extensible Authentication Protocol.", "AOV507")]
    [InlineData("Error 853.", "AOV510")]
    [InlineData("VPN connected, the shares can't be opened.", "AOV803")]
    public void Else_the_commonest_is_first(string note, string id) => Assert.Equal(id, Suspected.After(note)[0].Page.Id);

    [Theory]
    [InlineData("Error 853. We authenticate by PEAP with client certificates against NPS.", "AOV512")]
    [InlineData("Error 853. Users log on with certificates, it goes to the NPS.", "AOV512")]
    public void That_certificates_are_shown_to_NPS_blames_not_its_own(string note, string id) => Assert.NotEqual(id, Suspected.After(note)[0].Page.Id);

    [Fact]
    public void NPS_own_certificate_is_blamed_when_it_is_named() =>
        Assert.Equal("AOV512", Suspected.After("Error 853 for everybody since the NPS certificate was renewed.")[0].Page.Id);
}
