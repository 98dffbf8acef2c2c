using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.PowerShell;

public sealed class ListingReaderTests
{
    [Fact]
    public void A_listing_of_an_unknown_cmdlet_is_no_persons_words()
    {
        var reading = Read.Text("PS C:\\> Get-Something\n\nTimeoutBehaviour : the load balancer failed after an update\nStatus           : error 809\n");

        Assert.Equal(["powershell-listing"], reading.Kinds);
        Assert.Empty(reading.Observations);
    }

    [Fact]
    public void A_table_counts_its_rows()
    {
        var reading = Read.Text("Component            HealthState     TimeStamp\n---------            -----------     ---------\nVpn Addressing       Error           2/1/2026\nServices             OK              2/1/2026\n\nIt fails with 812.");

        Assert.Equal(["powershell-listing", "note"], reading.Kinds);
        Assert.Equal(3, reading.Records);
        Assert.Equal(Code.Windows(812u), Assert.Single(reading.Observations.OfType<WindowsErrorReported>()).Code);
    }

    [Fact]
    public void The_last_error_of_an_object_is_reported_with_its_line()
    {
        var seen = Read.One<WindowsErrorReported>("ConnectionState : Disconnected\nLastError       : 800\nNumberOfTries   : 3\n");

        Assert.Equal((Code.Windows(800u), new Locator.Lines(2)), (seen.Code, seen.Source.Locator));
        Assert.False(seen.IsReported);
    }

    [Theory]
    [InlineData("Error : 809\nClient : Windows 11\nUser : all of them\n")]
    [InlineData("Place   Result\n------- ------\nhome    error 809\noffice  works\n")]
    public void A_persons_own_form_stays_a_persons(string form) =>
        Assert.Contains(Read.Text(form).Observations.OfType<WindowsErrorReported>(), seen => seen.Code == Code.Windows(809u) && seen.IsReported);

    [Fact]
    public void Commands_without_a_prompt_and_warnings_are_no_persons_words()
    {
        var reading = Read.Text("# minimum policy\n\nSet-VpnServerConfiguration -CustomPolicy -DHGroup Group14 -PFSgroup PFS2048\nRestart-Service RemoteAccess\n");

        Assert.Equal(["powershell-command"], reading.Kinds);
        Assert.Empty(reading.Observations);
        Assert.Empty(Read.Text("PS C:\\> Set-VpnAuthProtocol -UserAuthProtocolAccepted EAP\nWARNING: Parameters will be modified after the Remote Access service is restarted.\n").Observations);
    }

    [Fact]
    public void A_sentence_that_begins_with_a_cmdlet_stays_a_sentence() =>
        Assert.NotEmpty(Read.Text("Test-NetConnection -Port 443 works, the VPN fails with error 809.").Observations);

    [Fact]
    public void A_certificate_inside_a_listing_does_not_end_it()
    {
        var seen = Read.One<GatewayConfigured>("""
            VpnStatus                      : Installed
            SslCertificate                 : [Subject]
                                               CN=vpn.example.com

                                             [Thumbprint]
                                               D9BB778F6F1111111F5B3E2F55DDD9F00B9C2F5A

            InternetInterface              : Outside
            IPAssignmentMethod             : StaticPool
            IPAddressRangeList             : {10.1.1.10 - 10.1.1.30}
            """);

        Assert.Equal(("d9bb778f6f1111111f5b3e2f55ddd9f00b9c2f5a", "10.1.1.10-10.1.1.30"), (seen.SslCertificate, Assert.Single(seen.AddressRanges!.Value)));
    }
}
