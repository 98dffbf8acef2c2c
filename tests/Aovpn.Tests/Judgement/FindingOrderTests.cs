using Aovpn.Tests.Support;

namespace Aovpn.Tests.Judgement;

/// <summary>Of causes that nothing decides, the one that explains more, and what few others explain, comes first.</summary>
public sealed class FindingOrderTests
{
    [Theory]
    [InlineData("VPN error 812. NPS reason 48.", "AOV603")]
    [InlineData("812, and NPS says: The connection request did not match any configured network policy.", "AOV603")]
    [InlineData("Users get 853 on the VPN, the NPS rejects with reason code 73.", "AOV609")]
    [InlineData("VPN users get 691 and the NPS says reason code 64.", "AOV610")]
    public void A_reason_of_NPS_goes_before_what_the_client_says(string note, string first) => Assert.Equal(first, Ids(note)[0]);

    [Fact]
    public void A_code_alone_leaves_the_order_to_how_common_the_causes_are()
    {
        var ids = Ids("VPN error 812.");

        Assert.True(Array.IndexOf(ids, "AOV601") < Array.IndexOf(ids, "AOV625"), string.Join(' ', ids));
    }

    private static string[] Ids(string note) => [.. Suspected.After(note).Select(finding => finding.Page.Id)];
}
