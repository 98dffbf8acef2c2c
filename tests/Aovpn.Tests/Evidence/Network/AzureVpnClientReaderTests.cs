using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Network;

public sealed class AzureVpnClientReaderTests
{
    [Theory]
    [InlineData("Azure VPN: Dialing VPN connection Corp VPN, Status = VPN Platform did not trigger connection", "1460")]
    [InlineData("2026-11-22 09:59:01 [Error] Dialing VPN connection Corp VPN, Status = AADSTS53003: Access has been blocked.", "AADSTS53003")]
    public void A_status_that_says_why_is_reported(string line, string code) =>
        Assert.Equal(code, Read.One<WindowsErrorReported>(line).Code.ToString());

    [Theory]
    [InlineData("Dialing VPN connection Corp VPN, Status = Success")]
    [InlineData("Dialing VPN connection Corp VPN, Status = AADSTS")]
    [InlineData("Dialing VPN connection Corp VPN, Sta")]
    public void Other_lines_report_nothing(string line) => Assert.Empty(Read.Text(line).Observations.OfType<WindowsErrorReported>());
}
