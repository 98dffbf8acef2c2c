namespace Aovpn.Tests.Evidence.Notes;

public sealed class SpokenCodeTests
{
    [Theory]
    [InlineData("She reads out error eight-oh-nine from the VPN window.", "code:809")]
    [InlineData("It says error eight hundred and nine.", "code:809")]
    [InlineData("The VPN shows error six ninety-one.", "code:691")]
    [InlineData("On the phone: error code seven twenty.", "code:720")]
    [InlineData("The VPN ends with error thirteen eight oh six.", "code:13806")]
    [InlineData("The VPN ends with error one three eight six eight.", "code:13868")]
    [InlineData("SSTP fails with error 80092013.", "code:0x80092013")]
    [InlineData("Zugriff verweigert mit Ursachencode 48 am NPS.", "code:NPS reason 48")]
    public void Reads_a_code_that_somebody_read_out(string sentence, string expected) => Assert.Contains(expected, Say.Understood(sentence));

    [Theory]
    [InlineData("The error is seen by eight of nine users of the VPN.")]
    [InlineData("It took eight hundred and nine tries to get the VPN up.")]
    [InlineData("The VPN has had this error one hundred times.")]
    public void Takes_no_count_for_a_code(string sentence) =>
        Assert.DoesNotContain(Say.Understood(sentence), word => word.StartsWith("code:", StringComparison.Ordinal));
}
