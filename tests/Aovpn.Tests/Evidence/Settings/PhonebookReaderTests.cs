using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Settings;

public sealed class PhonebookReaderTests
{
    private const string Sample = """
        [Corp VPN]
        Encoding=1
        PBVersion=6
        Type=2
        VpnStrategy=6
        UseRasCredentials=1
        IpPrioritizeRemote=0
        IpDnsSuffix=corp.example
        DeviceComplianceEnabled=1
        CustomAuthData=314442410F0E0D0C

        MEDIA=rastapi
        Port=VPN2-0
        Device=WAN Miniport (IKEv2)

        DEVICE=vpn
        PhoneNumber=vpn.example.com
        AreaCode=

        [Device VPN]
        Encoding=1
        VpnStrategy=7
        PhoneNumber=device.example.com
        """;

    [Fact]
    public void Entries_are_profiles_with_the_lines_of_their_settings()
    {
        var profiles = Read.Text(Sample).Observations.OfType<ProfileRead>().ToList();

        Assert.Equal([("Corp VPN", "Automatic", 6), ("Device VPN", "IKEv2", 7)], profiles.Select(profile => (profile.Name, profile.TunnelType, profile.VpnStrategy!.Value)));
        Assert.Equal(("vpn.example.com", true, "SplitTunnel", true, "corp.example"), (Assert.Single(profiles[0].Servers), profiles[0].UseRasCredentials, profiles[0].Routing, profiles[0].DeviceCompliance, profiles[0].DnsSuffix));
        Assert.Equal(new Locator.Lines(5), profiles[0].Fields[nameof(ProfileRead.VpnStrategy)]);
        Assert.Equal((2, 0), (Read.One<PhonebookRead>(Sample).Entries, Read.One<PhonebookRead>(Sample).ForeignLines));
    }

    [Fact]
    public void The_binary_settings_are_in_no_observation() =>
        Assert.DoesNotContain(Read.Text(Sample).Observations, seen => seen.ToString().Contains("314442410F", StringComparison.Ordinal));

    [Fact]
    public void Lines_that_do_not_belong_there_are_counted() =>
        Assert.Equal(2, Read.One<PhonebookRead>(Sample.Replace("Type=2", "System.Object[]\nSystem.Collections.ArrayList", StringComparison.Ordinal)).ForeignLines);

    [Fact]
    public void Another_file_with_sections_is_no_phonebook() =>
        Assert.DoesNotContain("phonebook", Read.Text("[settings]\nname=value\n[other]\nname=value\n").Kinds);
}
