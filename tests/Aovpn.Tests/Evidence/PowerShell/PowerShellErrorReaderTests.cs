using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.PowerShell;

public sealed class PowerShellErrorReaderTests
{
    [Fact]
    public void An_error_of_the_execution_policy_is_known_by_its_id_in_any_language()
    {
        var failed = Read.One<PowerShellFailed>("""
            PS C:\Temp> .\VPN_Profile.ps1
            .\VPN_Profile.ps1 : Die Datei "C:\Temp\VPN_Profile.ps1" kann nicht geladen werden, da die Ausführung von Skripts auf
            diesem System deaktiviert ist.
            In Zeile:1 Zeichen:1
            + .\VPN_Profile.ps1
            + ~~~~~~~~~~~~~~~~~
                + CategoryInfo          : Sicherheitsfehler: (:) [], PSSecurityException
                + FullyQualifiedErrorId : UnauthorizedAccess
            PS C:\Temp>
            """);

        Assert.Equal(("UnauthorizedAccess", "Sicherheitsfehler", @".\VPN_Profile.ps1"), (failed.ErrorId, failed.Category, failed.Command));
        Assert.Equal(new Locator.Lines(8), failed.Fields[nameof(PowerShellFailed.ErrorId)]);
        Assert.Equal(new Locator.Lines(8), failed.Source.Locator);
    }

    [Fact]
    public void A_general_error_of_the_bridge_keeps_its_hresult()
    {
        var failed = Read.One<PowerShellFailed>("""
            New-CimInstance : A general error occurred that is not covered by a more specific error code.
            At C:\Temp\New-AovpnConnection.ps1:160 char:5
            +     New-CimInstance -Namespace $NamespaceName -ClassName $ClassName
            +     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                + CategoryInfo          : NotSpecified: (MDM_VPNv2_01:CimInstance) [New-CimInstance], CimExcept
               ion
                + FullyQualifiedErrorId : HRESULT 0x80041001,Microsoft.Management.Infrastructure.CimCmdlets.Ne
               wCimInstanceCommand
            """);

        Assert.Equal(("HRESULT 0x80041001", "NotSpecified", "New-CimInstance"), (failed.ErrorId, failed.Category, failed.Command));
        Assert.Equal(Code.Windows(0x80041001u), failed.Code);
        Assert.Equal("A general error occurred that is not covered by a more specific error code.", failed.Text);
        Assert.Equal(new Locator.Lines(7), failed.Source.Locator);
        Assert.Equal(new Locator.Lines(1, 4), failed.Fields[nameof(PowerShellFailed.Text)]);
    }

    [Fact]
    public void Two_errors_in_a_row_are_two()
    {
        var text = string.Concat(Enumerable.Repeat("""
            Get-VpnConnection : VPN connection Corp was not found. : The system could not find the phone book entry for this connection.
            At line:1 char:1
            + Get-VpnConnection -Name Corp
            + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                + CategoryInfo          : ObjectNotFound: (Corp:root/Microsoft/...N_VpnConnection) [Get-VpnConnection], CimException
                + FullyQualifiedErrorId : VPN 623,Get-VpnConnection

            """ + "\n", 2));

        Assert.Equal(2, Read.Text(text).Observations.OfType<PowerShellFailed>().Count(failed => failed is { ErrorId: "VPN 623", Category: "ObjectNotFound" }));
    }

    [Theory]
    [InlineData("File C:\\Temp\\VPN_Profile.ps1 cannot be loaded because running scripts is\ndisabled on this system.", "UnauthorizedAccess")]
    [InlineData("Unable to create Corp VPN profile: A general error occurred that is not covered by a more specific error code.", "HRESULT 0x80041001")]
    [InlineData("Unable to get user SID. User may be logged on over Remote Desktop: You cannot call a method on a null-valued expression.", null)]
    [InlineData("You cannot call a method on a null-valued expression.\nAt C:\\scripts\\Read-Tunnel.ps1:31 char:5", "InvokeMethodOnNull")]
    public void A_sentence_without_its_category_is_known_by_its_words(string text, string? errorId) =>
        Assert.Equal(errorId, Read.One<PowerShellFailed>(text).ErrorId);
}
