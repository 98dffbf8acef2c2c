using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Profiles;

public sealed class ConnectionReaderTests
{
    private const string Device = """
        PS C:\Windows\system32> Get-VpnConnection -AllUserConnection


        Name                  : Corp Device Tunnel
        ServerAddress         : vpn.example.com
        AllUserConnection     : True
        Guid                  : {0E3B9F52-5B1C-4C8F-9A39-6E2C0B9B7C11}
        TunnelType            : Ikev2
        AuthenticationMethod  : {MachineCertificate}
        EncryptionLevel       : Custom
        L2tpIPsecAuth         :
        UseWinlogonCredential : False
        EapConfigXmlStream    :
        ConnectionStatus      : Disconnected
        RememberCredential    : False
        SplitTunneling        : True
        DnsSuffix             : corp.example
        IdleDisconnectSeconds : 0



        PS C:\Windows\system32>
        """;

    [Fact]
    public void An_all_user_connection_with_a_machine_certificate_is_a_device_tunnel()
    {
        var profile = Read.One<ProfileRead>(Device);

        Assert.Equal((ProfileForm.Connection, "Corp Device Tunnel", true), (profile.Form, profile.Name, profile.IsDeviceTunnel));
        Assert.Equal(["vpn.example.com"], profile.Servers);
        Assert.Equal(("IKEv2", null, "Certificate", "SplitTunnel"), (profile.TunnelType, profile.UserMethod, profile.MachineMethod, profile.Routing));
        Assert.Equal(("Disconnected", "corp.example"), (profile.ConnectionStatus, profile.DnsSuffix));
        Assert.Equal(new Locator.Lines(8), profile.Fields[nameof(ProfileRead.TunnelType)]);
        Assert.Equal(["Corp Device Tunnel"], Read.One<ConnectionsListed>(Device).Names);
    }

    [Fact]
    public void Routes_and_policy_belong_to_the_connection_before_them()
    {
        var profile = Read.One<ProfileRead>("""
            PS C:\> Get-VpnConnection -Name "Corp VPN" | select *
            EapConfigXmlStream             : #document
            ConnectionStatus               : Connected
            Name                           : Corp VPN
            ServerAddress                  : vpn.example.com
            SplitTunneling                 : False
            AllUserConnection              : False
            AuthenticationMethod           : {Eap}
            TunnelType                     : Sstp
            PSComputerName                 : PC1

            PS C:\> (Get-VpnConnection -Name "Corp VPN").Routes

            DestinationPrefix : 10.0.0.0/8
            InterfaceAlias    : Corp VPN
            RouteMetric       : 1
            ExclusionRoute    : False

            DestinationPrefix : 203.0.113.0/24
            InterfaceAlias    : Corp VPN
            RouteMetric       : 1
            ExclusionRoute    : True

            PS C:\> (Get-VpnConnection -Name "Corp VPN").IPSecCustomPolicy

            AuthenticationTransformConstants : GCMAES128
            CipherTransformConstants         : GCMAES128
            DHGroup                          : ECP256
            IntegrityCheckMethod             : SHA256
            PfsGroup                         : ECP256
            EncryptionMethod                 : GCMAES128
            """);

        Assert.Equal(("SSTP", "Eap", "ForceTunnel", false), (profile.TunnelType, profile.UserMethod, profile.Routing, profile.IsDeviceTunnel));
        Assert.Equal(new Host(HostRole.Client, "PC1"), profile.About);
        Assert.Equal([("10.0.0.0/8", false), ("203.0.113.0/24", true)], profile.Routes.Select(route => (route.Prefix, route.IsExclusion)));
        Assert.Equal("ECP256", profile.CryptographySuite["DHGroup"]);
        Assert.Equal(6, profile.CryptographySuite.Count);
    }

    [Fact]
    public void Routes_alone_are_those_of_the_connection_that_was_asked_for()
    {
        var profile = Read.One<ProfileRead>("PS C:\\> Get-VpnConnection -Name \"Corp VPN\" | Select-Object -ExpandProperty Routes\n\n"
            + "DestinationPrefix : 10.0.0.0/8\nMetric            : 1\nExclusionRoute    : False\n\n"
            + "DestinationPrefix : 192.0.2.0/24\nMetric            : 5\nExclusionRoute    : True\n");

        Assert.Equal(("Corp VPN", null), (profile.Name, profile.Routing));
        Assert.Equal([("10.0.0.0/8", 1, false, 3L), ("192.0.2.0/24", 5, true, 7L)],
            profile.Routes.Select(route => (route.Prefix, route.Metric, route.IsExclusion, ((Locator.Lines)route.Source.Locator).First)));
    }

    [Theory]
    [InlineData("PS C:\\> Get-VpnConnection -AllUserConnection\n", true)]
    [InlineData("PS C:\\> Get-VpnConnection\n\nPS C:\\> \n", false)]
    [InlineData("PS C:\\> Get-VpnConnection -AllUserConnection\n\nThe list is empty on this laptop.\n", true)]
    public void Silence_after_the_command_is_an_empty_list(string text, bool allUsers)
    {
        var listed = Read.One<ConnectionsListed>(text);

        Assert.Equal((0, allUsers), (listed.Count, listed.AllUsers));
    }

    [Theory]
    [InlineData("PS C:\\> Get-VpnConnection -Name Corp\nGet-VpnConnection : VPN connection Corp was not found.\n")]
    [InlineData("PS C:\\> Get-VpnConnection | where ConnectionStatus -eq Connected\nPS C:\\>\n")]
    [InlineData("Run Get-VpnConnection -AllUserConnection and send me what it says.\n")]
    public void An_error_a_filter_or_a_mention_is_not(string text) => Assert.Empty(Read.Text(text).Observations.OfType<ConnectionsListed>());

    [Fact]
    public void An_empty_line_between_all_lines_does_not_part_a_listing()
    {
        var profile = Read.One<ProfileRead>("Name                  : Corp VPN\n\nServerAddress         : vpn.example.com\n\nTunnelType            : Ikev2\n\nSplitTunneling        : True\n");

        Assert.Equal(("Corp VPN", "IKEv2", "SplitTunnel"), (profile.Name, profile.TunnelType, profile.Routing));
    }

    [Fact]
    public void Every_listing_of_the_corpus_is_read()
    {
        var folder = SharedFiles.Require("corpus/certutil");
        var counts = Directory.GetFiles(folder, "*VpnConnection*.txt", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file).Contains("Get-VpnConnection__", StringComparison.Ordinal) || Path.GetFileName(file).StartsWith("get_", StringComparison.Ordinal))
            .Select(file => (Name: Path.GetFileName(file), Text: File.ReadAllText(file)))
            .Select(file => (file.Name, Expected: file.Text.Split("\nServerAddress ").Length - 1, Actual: Read.Text(file.Text).Observations.OfType<ProfileRead>().Count()));

        Assert.All(counts, file => Assert.Equal((file.Name, file.Expected), (file.Name, file.Actual)));
    }
}
