namespace Aovpn.Tests.Evidence.Notes;

public sealed class CodeTests
{
    [Theory]
    [InlineData("We get error 809 when dialling.", "code:809")]
    [InlineData("The 809 error appears at once.", "code:809")]
    [InlineData("809", "code:809")]
    [InlineData("Always On VPN 13806 on new laptops", "code:13806")]
    [InlineData("It ends with 0x800B0109.", "code:0x800B0109")]
    [InlineData("RasClient reports -2146762495.", "code:0x800B0101")]
    [InlineData("The log says ERROR_IPSEC_IKE_AUTH_FAIL.", "code:13801")]
    [InlineData("NPS denies with reason code 48.", "code:NPS reason 48")]
    [InlineData("On the gateway there is event ID 20276.", "code:event 20276")]
    [InlineData("The sign-in log shows AADSTS53000.", "code:AADSTS53000")]
    [InlineData("Why do we get errors 809 and 812?", "code:812")]
    [InlineData("The dialog says that IKE authentication credentials are unacceptable.", "code:13801")]
    public void Understands_a_code(string sentence, string expected) => Assert.Contains(expected, Say.Understood(sentence));

    [Theory]
    [InlineData("We run build 16299 and a few machines with 1809.")]
    [InlineData("About 850 users connect every morning over UDP 500 and 4500.")]
    [InlineData("The gateway answers at 198.51.100.80 on port 443 since 2019.")]
    [InlineData("The appliance cost 809 euros and stands in a room of the branch office in the south.")]
    [InlineData("This is not error 809 as in the article.")]
    [InlineData("Can't connect to Always On VPN")]
    [InlineData("Can't connect to Head Office.")]
    public void Takes_no_other_number_for_a_code(string sentence) =>
        Assert.DoesNotContain(Say.Understood(sentence), word => word.StartsWith("code:", StringComparison.Ordinal));
}
