using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.PowerShell;

public sealed class GatewayConfigurationReaderTests
{
    [Fact]
    public void The_accepted_protocols_and_the_certificate_are_read()
    {
        var seen = Read.One<GatewayConfigured>("""
            PS C:\> Get-VpnAuthProtocol

            UserAuthProtocolAccepted      : {EAP, Certificate}
            TunnelAuthProtocolsAdvertised : Certificates
            RootCertificateNameToAccept   : CN=Corp Root CA, DC=corp, DC=example
            CertificateAdvertised         : [Subject]
                                              CN=vpn.example.com

                                            [Issuer]
                                              CN=Corp Issuing CA

                                            [Thumbprint]
                                              1F2E3D4C5B6A798897A6B5C4D3E2F10011223344

            CertificateEKUsToAccept       :
            """);

        Assert.Equal(["EAP", "Certificate"], seen.AuthenticationMethods!.Value);
        Assert.Equal(("CN=Corp Root CA, DC=corp, DC=example", "1f2e3d4c5b6a798897a6b5c4d3e2f10011223344"), (seen.AcceptedRoot, seen.CertificateThumbprint));
        Assert.Equal(Host.VpnServer, seen.About);
        Assert.Equal(new Locator.Lines(5), seen.Fields[nameof(GatewayConfigured.AcceptedRoot)]);
    }

    [Fact]
    public void The_ports_and_the_custom_policy_are_read()
    {
        var seen = Read.One<GatewayConfigured>("""
            PS C:\> Get-VpnServerConfiguration

            Ikev2Ports                       : 128
            SstpPorts                        : 128
            CustomPolicy                     : True
            EncryptionType                   : CustomEncryption
            AuthenticationTransformConstants : GCMAES128
            CipherTransformConstants         : GCMAES128
            DHGroup                          : ECP256
            EncryptionMethod                 : GCMAES128
            IntegrityCheckMethod             : SHA256
            PfsGroup                         : ECP256
            IdleDisconnect(s)                : 300
            """);

        Assert.Equal((128, 6, "ECP256"), (seen.Ikev2Ports, seen.CustomPolicy!.Count, seen.CustomPolicy["DHGroup"]));
        Assert.Null(seen.AuthenticationMethods);
    }

    [Fact]
    public void The_pool_and_who_authenticates_are_read()
    {
        var seen = Read.One<GatewayConfigured>("""
            VpnStatus            : Installed
            IPAssignmentMethod   : StaticPool
            IPAddressRangeList   : {10.10.8.1 - 10.10.8.254, 10.10.9.1 - 10.10.9.254}
            AuthenticationType   : ExternalRadius
            RadiusServerList     : {192.0.2.10, nps2.corp.example}
            """);

        Assert.Equal(["10.10.8.1-10.10.8.254", "10.10.9.1-10.10.9.254"], seen.AddressRanges!.Value);
        Assert.Equal(["192.0.2.10", "nps2.corp.example"], seen.RadiusServers!.Value);
    }

    [Fact]
    public void The_table_of_radius_servers_gives_those_that_authenticate()
    {
        var seen = Read.One<GatewayConfigured>("""
            PS C:\> Get-RemoteAccessRadius
            ServerName      Purpose         Score   Timeout(s)  Port    AccountingOnOffMsg MsgAuthenticator
            ----------      -------         -----   ----------  ----    ------------------ ----------------
            192.0.2.10      Accounting       30       5         1813    Disabled
            192.0.2.10      Authentication   30       5         1812                       Disabled
            """);

        Assert.Equal(["192.0.2.10"], seen.RadiusServers!.Value);
    }

    [Fact]
    public void Radius_clients_are_listed_without_their_secrets()
    {
        var seen = Read.One<RadiusClientsListed>("""
            PS C:\> Get-NpsRadiusClient

            Name                  : RRAS1
            Address               : 192.0.2.20
            AuthAttributeRequired : False
            SharedSecret          : hunter2hunter2
            VendorName            : RADIUS Standard
            Enabled               : True

            Name                  : RRAS2
            Address               : rras2.corp.example
            AuthAttributeRequired : False
            SharedSecret          : hunter2hunter2
            VendorName            : RADIUS Standard
            Enabled               : False
            """);

        Assert.Equal(["192.0.2.20"], seen.Addresses);
        Assert.DoesNotContain("hunter2", seen.ToString(), StringComparison.Ordinal);
    }
}
