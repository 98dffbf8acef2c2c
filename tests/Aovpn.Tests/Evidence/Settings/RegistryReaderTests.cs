using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Settings;

public sealed class RegistryReaderTests
{
    private const string Config = @"HKLM\SYSTEM\CurrentControlSet\Services\RasMan\Config";

    [Fact]
    public void Reg_query_gives_the_values_that_matter_and_no_other()
    {
        var seen = Read.One<RegistryRead>("""
            C:\>reg query HKLM\SYSTEM\CurrentControlSet\Services\RasMan\Config

            HKEY_LOCAL_MACHINE\SYSTEM\ControlSet001\Services\RasMan\Config
                AutoTriggerDisabledProfilesList    REG_MULTI_SZ    Corp VPN\0Old VPN
                SharedSecretOfSomebody    REG_SZ    Sup3rS3cret!
                AutoTriggerProfileGUID    REG_BINARY    0A1B2C
            """);

        Assert.Equal((Config, true, true), (seen.Key, seen.Exists, seen.Complete));
        Assert.Equal(["AutoTriggerDisabledProfilesList", "AutoTriggerProfileGUID"], seen.Values.Select(value => value.Name));
        Assert.Equal(("Corp VPN, Old VPN", new Locator.Lines(4)), (seen["autotriggerdisabledprofileslist"]!.Data, seen.Values[0].Source.Locator));
        Assert.DoesNotContain("Sup3r", seen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_value_asked_for_is_not_the_whole_key() =>
        Assert.False(Read.One<RegistryRead>("C:\\>reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip6\\Parameters /v DisabledComponents\n\nHKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip6\\Parameters\n    DisabledComponents    REG_DWORD    0xff\n").Complete);

    [Fact]
    public void An_exported_file_reads_too()
    {
        var keys = Read.Text("""
            Windows Registry Editor Version 5.00

            [HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\PolicyAgent]
            "AssumeUDPEncapsulationContextOnSendRule"=dword:00000002
            "Other"=hex:00,01,\
              02,03

            [HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\RasMan\Config]
            "AutoTriggerDisabledProfilesList"=hex(7):56,00,50,00,4e,00,00,00,00,00
            """).Observations.OfType<RegistryRead>().ToList();

        Assert.Equal(2u, keys[0]["AssumeUDPEncapsulationContextOnSendRule"]!.Number);
        Assert.Equal("VPN", keys[1]["AutoTriggerDisabledProfilesList"]!.Data);
    }

    [Fact]
    public void Get_ItemProperty_takes_the_key_from_its_command_or_its_path()
    {
        var seen = Read.Text("""
            PS C:\> Get-ItemProperty HKLM:\SYSTEM\CurrentControlSet\Services\RasMan\Config | Format-List AutoTrigger*

            AutoTriggerDisabledProfilesList : {Corp VPN}
            AutoTriggerProfileEntryName     : Corp VPN

            DisabledComponents : 255
            PSPath             : Microsoft.PowerShell.Core\Registry::HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip6\Parameters
            PSProvider         : Microsoft.PowerShell.Core\Registry
            """).Observations.OfType<RegistryRead>().ToList();

        Assert.Equal((Config, "Corp VPN", false), (seen[0].Key, seen[0]["AutoTriggerDisabledProfilesList"]!.Data, seen[0].Complete));
        Assert.Equal((255u, true), (seen[1]["DisabledComponents"]!.Number, seen[1].Complete));
    }

    [Theory]
    [InlineData("ERROR: The system was unable to find the specified registry key or value.")]
    [InlineData("FEHLER: Der angegebene Registrierungsschluessel wurde nicht gefunden.")]
    public void An_error_says_that_the_key_is_not_there(string answer) =>
        Assert.False(Read.One<RegistryRead>($"C:\\>reg query {Config}\n\n{answer}\n").Exists);

    [Fact]
    public void A_key_in_a_sentence_is_no_evidence() =>
        Assert.Empty(Read.Text("I looked at\nHKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\RasMan\\Config\nand saw nothing.").Observations.OfType<RegistryRead>());
}
