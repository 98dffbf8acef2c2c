using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Settings;

/// <summary>The state of WAN Miniports and of the TPM.</summary>
public sealed class DeviceStateTests
{
    [Theory]
    [InlineData("Instance ID:                SWD\\MSRRAS\\MS_NDISWANIP\nDevice Description:         WAN Miniport (IP)\nStatus:                     Problem\nProblem Code:               31 (0x1F) [CM_PROB_FAILED_ADD]\n", "IP", 31)]
    [InlineData("Instanz-ID:                 SWD\\MSRRAS\\MS_NDISWANIP\nGerätebeschreibung:         WAN-Miniport (IP)\nStatus:                     Problem\nProblemcode:                31 (0x1F) [CM_PROB_FAILED_ADD]\n", "IP", 31)]
    [InlineData("FriendlyName : WAN Miniport (IKEv2)\nInstanceId   : SWD\\MSRRAS\\MS_AGILEVPNMINIPORT\nStatus       : Error\nProblem      : CM_PROB_FAILED_START\n", "IKEv2", 10)]
    [InlineData("WAN Miniport (IPv6)\nDevice status\nThis device cannot start. (Code 10)\n", "IPv6", 10)]
    [InlineData("WAN-Miniport (IP)\nDas Gerät funktioniert nicht ordnungsgemäß. (Code 31)\n", "IP", 31)]
    public void A_miniport_with_a_problem_is_read_in_each_form(string text, string carries, int problem)
    {
        var device = Assert.Single(Read.One<DevicesListed>(text).Devices);
        Assert.Equal((carries, false, problem), (device.Miniport, device.Works, device.Problem));
    }

    [Fact]
    public void A_table_is_read_with_cut_instance_ids()
    {
        var seen = Read.One<DevicesListed>("""
            Status     Class           FriendlyName                            InstanceId
            ------     -----           ------------                            ----------
            OK         Net             WAN Miniport (IP)                       SWD\MSRRAS\MS_NDISW…
            Error      Net             WAN Miniport (SSTP)                     SWD\MSRRAS\MS_SSTPM…
            OK         Net             Intel(R) Ethernet                       PCI\VEN_8086&DEV_0D4…
            """);
        Assert.Equal([("IP", true), ("SSTP", false)], seen.Devices.Select(device => (device.Miniport!, device.Works!.Value)));
    }

    [Fact]
    public void Words_about_a_miniport_are_somebodys() =>
        Assert.Empty(Read.Text("I reinstalled the WAN Miniport (IP) yesterday and it still fails with error 720.").Observations.OfType<DevicesListed>());

    [Fact]
    public void The_tpm_is_read_as_tpmtool_prints_it()
    {
        var seen = Read.One<TpmSeen>("-TPM Present: True\n-TPM Version: 2.0\n-TPM Manufacturer ID: INTC\n-TPM Manufacturer Version: 600.18.0.0\n-Is Initialized: True\n-Lockout Information:\n\t-Is Locked Out: False\n");
        Assert.Equal((true, true, "2.0", "INTC", "600.18.0.0"), (seen.Present, seen.Ready, seen.Version, seen.Manufacturer, seen.Firmware));
    }

    [Fact]
    public void The_tpm_is_read_as_Get_Tpm_lists_it()
    {
        var seen = Read.One<TpmSeen>("TpmPresent                : True\nTpmReady                  : False\nManufacturerIdTxt         : IFX\nManufacturerVersion       : 7.63.3353.0\nLockedOut                 : False\n");
        Assert.Equal((true, false, null, "IFX", "7.63.3353.0"), (seen.Present, seen.Ready, seen.Version, seen.Manufacturer, seen.Firmware));
    }
}
