using System.Globalization;

namespace Aovpn.Tests.Healthy;

/// <summary>Writes what an administrator would hand in of a deployment that works: files by name, the same for the same seed.</summary>
internal sealed class HealthyEvidence(Deployment deployment, int seed)
{
    private static readonly DateTime Today = new(2026, 11, 20, 8, 15, 0);

    private readonly Random _random = new(seed);

    public IEnumerable<(string Name, string Text)> Files()
    {
        var users = Enumerable.Range(1, 3 + _random.Next(5)).Select(number => string.Create(CultureInfo.InvariantCulture, $@"CORP\user{number:00}")).ToArray();
        yield return ("client/application.xml", Application(users[0]));
        yield return ("client/profile.xml", new ProfileWriter(deployment).Write());
        yield return ("client/root.txt", Roots("C:\\>certutil -store Root"));
        yield return ("client/ca.txt", Intermediates());
        yield return ("client/get-vpnconnection.txt", Connection());
        yield return ("client/route.txt", Routes());
        yield return ("client/ipconfig.txt", ClientInterfaces());
        if (deployment.IsDeviceTunnel)
            yield return ("client/machine-my.txt", Mine("-v -store My", "CN=PC17.corp.example", [Names.ClientAuthentication], "PC17.corp.example", null));
        else if (deployment.Authentication is not "PEAP-MSCHAPv2")
            yield return ("client/user-my.txt", UserStore());

        if (deployment.IsForeignGateway)
            yield break;
        for (var gateway = 1; gateway <= deployment.Gateways; gateway++)
        {
            var folder = string.Create(CultureInfo.InvariantCulture, $"gateway{gateway}");
            yield return ($"{folder}/my.txt", GatewayStore());
            yield return ($"{folder}/root.txt", Roots("C:\\>certutil -store Root"));
            yield return ($"{folder}/ca.txt", Intermediates());
            yield return ($"{folder}/ipconfig.txt", ServerInterfaces(gateway));
            yield return ($"{folder}/system.xml", System(users, gateway));
            yield return ($"{folder}/auth.txt", AuthProtocol());
        }

        if (deployment.IsDeviceTunnel)
            yield break;
        for (var number = 1; number <= deployment.NpsServers; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"NPS{number}");
            var nps = new NpsEvidence(deployment, _random, Today.AddHours(-1), name);
            yield return ($"{name.ToLowerInvariant()}/security.xml", nps.Security(users));
            yield return ($"{name.ToLowerInvariant()}/IN2611.log", nps.Accounting(users));
            yield return ($"{name.ToLowerInvariant()}/my.txt", Mine("-v -store My", $"CN={name.ToLowerInvariant()}.corp.example", [Names.ServerAuthentication, Names.ClientAuthentication], $"{name.ToLowerInvariant()}.corp.example", null));
            yield return ($"{name.ToLowerInvariant()}/ntauth.txt", NtAuth());
        }
    }

    private string Application(string user)
    {
        var events = new EventWriter("PC17.corp.example", "Application", Today);
        var dialler = deployment.IsDeviceTunnel ? "SYSTEM" : user;
        for (var day = 0; day < 1 + _random.Next(3); day++)
        {
            var id = new Guid(Enumerable.Range(0, 16).Select(_ => (byte)_random.Next(256)).ToArray()).ToString("B").ToUpperInvariant();
            var device = deployment.TunnelType is "Automatic" ? "IKEv2" : deployment.TunnelType;
            events.Add("RasClient", 20221, id, dialler, "VPN", "all-user connection profile", Names.Connection, "Dial-in User = ")
                .After(0.1).Add("RasClient", 20222, id, dialler, Names.Connection, $"Server address/Phone Number = {deployment.Server}\nDevice = WAN Miniport ({device})")
                .After(1).Add("RasClient", 20223, id, dialler, $"Device = WAN Miniport ({device})")
                .After(0.1).Add("RasClient", 20224, id, dialler)
                .After(0.5).Add("RasClient", 20225, id, dialler, Names.Connection, $"TunnelIpAddress = 10.10.8.{20 + day}\nTunnelIPv6Address = {(deployment.HasIpv6 ? "2001:db8:8::15" : "None")}\nDial-in User = ")
                .After(28_000).Add("RasClient", 20226, id, dialler, Names.Connection, "631");
            if (_random.Next(2) == 0)
                events.After(60).Add("Application Error", 1000, "player.exe", "1.2.3.4", "codec.dll", "1.0.0.0", "c0000005", "0001a2b3");
            if (_random.Next(2) == 0)
                events.After(60).Add("Microsoft-Windows-User Profiles Service", 1534, "Load", "{56784854-C6CB-462B-8169-88E350ACB882}", "0x80004002");
            events.After(30_000);
        }

        return events.ToString();
    }

    private string System(string[] users, int gateway)
    {
        var events = new EventWriter($"VPN{gateway}.corp.example", "System", Today.AddHours(-1));
        foreach (var user in users)
        {
            var id = new Guid(Enumerable.Range(0, 16).Select(_ => (byte)_random.Next(256)).ToArray()).ToString("B").ToUpperInvariant();
            events.After(_random.Next(100)).Add("RemoteAccess", 20274, id, user, "VPN2-127", "10.10.8.21")
                .After(3000).Add("RemoteAccess", 20272, id, user, "VPN2-127", "11/20/2026", "8:15 AM", "11/20/2026", "9:05 AM", "50", "0", "123456", "654321", "A user request", "IKEv2", "none")
                .Add("RemoteAccess", 20275, id, "10.10.8.21");
            if (_random.Next(2) == 0)
                events.Add("Schannel", 36887, "48");
            if (_random.Next(2) == 0)
                events.Named("Service Control Manager", 7036, ("param1", "Windows Update"), ("param2", "stopped"));
        }

        return events.ToString();
    }

    private string UserStore()
    {
        var store = new StoreListing("My", deployment.Language, "C:\\>certutil -v -user -store My");
        if (deployment.ConditionalAccess)
            store.Add(Names.CloudCa, "CN=user01@corp.example", Today.AddMinutes(-11), Today.AddMinutes(49), "6f1c9a0be24d7783c6f0a1b2c3d4e5f607182001", [Names.ClientAuthentication, Names.CloudPurpose], principal: "user01@corp.example");
        return store.Add(Names.Ca, "CN=User One, OU=Users, DC=corp, DC=example", Today.AddDays(-200), Today.AddDays(165), "5f1c9a0be24d7783c6f0a1b2c3d4e5f607182000", [Names.ClientAuthentication], principal: "user01@corp.example").ToString();
    }

    private string GatewayStore()
    {
        var store = new StoreListing("My", deployment.Language, "C:\\>certutil -v -store My");
        store.Add(deployment.GatewayCa, $"CN={deployment.Server}", Today.AddDays(-90), Today.AddDays(300), "7f1c9a0be24d7783c6f0a1b2c3d4e5f607182002", [Names.ServerAuthentication, Names.IkeIntermediate], deployment.Server);
        if (_random.Next(2) == 0)
            store.Add(Names.Ca, "CN=vpn1.corp.example", Today.AddDays(-900), Today.AddDays(-170), "8f1c9a0be24d7783c6f0a1b2c3d4e5f607182003", ["Document Encryption (1.3.6.1.4.1.311.80.1)"], "vpn1.corp.example");
        return store.ToString();
    }

    private string Mine(string arguments, string subject, string[] purposes, string dnsName, string? principal) =>
        new StoreListing("My", deployment.Language, $"C:\\>certutil {arguments}").Add(Names.Ca, subject, Today.AddDays(-100), Today.AddDays(265), "9f1c9a0be24d7783c6f0a1b2c3d4e5f607182004", purposes, dnsName, principal).ToString();

    private string Roots(string command)
    {
        var store = new StoreListing("Root", deployment.Language, command)
            .Add(Names.Root, Names.Root, new(2020, 1, 1, 8, 0, 0), new(2040, 1, 1, 8, 0, 0), Names.RootThumbprint, [], hasKey: false);
        if (deployment.GatewayCa != Names.Ca)
            store.Add(deployment.GatewayCa, deployment.GatewayCa, new(2018, 1, 1, 8, 0, 0), new(2038, 1, 1, 8, 0, 0), "7a89fecb5b49a70b1a5263b735eed71cc268be4d", [], hasKey: false);
        return store.ToString();
    }

    private string Intermediates() => new StoreListing("CA", deployment.Language, "C:\\>certutil -store CA")
        .Add(Names.Root, Names.Ca, new(2020, 1, 1, 8, 0, 0), new(2035, 1, 1, 8, 0, 0), "6a89fecb5b49a70b1a5263b735eed71cc268be4c", [], hasKey: false).ToString();

    private string NtAuth()
    {
        var store = new StoreListing("NTAuth", deployment.Language, "C:\\>certutil -store -enterprise NTAuth")
            .Add(Names.Root, Names.Ca, new(2020, 1, 1, 8, 0, 0), new(2035, 1, 1, 8, 0, 0), "6a89fecb5b49a70b1a5263b735eed71cc268be4c", [], hasKey: false);
        if (deployment.ConditionalAccess)
            store.Add(Names.CloudCa, Names.CloudCa, new(2024, 1, 1, 8, 0, 0), new(2034, 1, 1, 8, 0, 0), "11223344556677889900aabbccddeeff00112233", [], hasKey: false);
        return store.ToString();
    }

    private string Connection() => $$"""
        PS C:\> Get-VpnConnection -Name '{{Names.Connection}}'


        Name                  : {{Names.Connection}}
        ServerAddress         : {{deployment.Server}}
        AllUserConnection     : {{deployment.IsDeviceTunnel}}
        Guid                  : {11111111-2222-3333-4444-555555555555}
        TunnelType            : {{(deployment.TunnelType is "IKEv2" ? "Ikev2" : deployment.TunnelType is "SSTP" ? "Sstp" : deployment.TunnelType)}}
        AuthenticationMethod  : {{{(deployment.IsDeviceTunnel ? "MachineCertificate" : "Eap")}}}
        EncryptionLevel       : Optional
        L2tpIPsecAuth         : {{(deployment.TunnelType is "L2TP" ? "Psk" : "")}}
        UseWinlogonCredential : False
        ConnectionStatus      : Connected
        RememberCredential    : True
        SplitTunneling        : {{!deployment.ForceTunnel}}
        DnsSuffix             : corp.example
        IdleDisconnectSeconds : 0

        """;

    private string Routes() => "C:\\>route print -4\n===========================================================================\nIPv4 Route Table\n===========================================================================\nActive Routes:\nNetwork Destination        Netmask          Gateway       Interface  Metric\n"
        + (deployment.ForceTunnel
            ? "          0.0.0.0          0.0.0.0     192.168.178.1   192.168.178.20   4260\n          0.0.0.0          0.0.0.0         On-link       10.10.8.21     36\n"
            : "          0.0.0.0          0.0.0.0     192.168.178.1   192.168.178.20     35\n         10.0.0.0        255.0.0.0         On-link       10.10.8.21     36\n")
        + "       10.10.8.21  255.255.255.255         On-link       10.10.8.21    291\n===========================================================================\nPersistent Routes:\n  None\n";

    private string ClientInterfaces() =>
        "C:\\>ipconfig /all\n\nWindows IP Configuration\n\n   Host Name . . . . . . . . . . . . : PC17\n   Primary Dns Suffix  . . . . . . . : corp.example\n   IP Routing Enabled. . . . . . . . : No\n\nPPP adapter Corp VPN:\n\n   Connection-specific DNS Suffix  . : corp.example\n   Description . . . . . . . . . . . : Corp VPN\n   DHCP Enabled. . . . . . . . . . . : No\n"
        + (deployment.HasIpv6 ? "   IPv6 Address. . . . . . . . . . . : 2001:db8:8::15(Preferred)\n" : "")
        + "   IPv4 Address. . . . . . . . . . . : 10.10.8.21(Preferred)\n   Subnet Mask . . . . . . . . . . . : 255.255.255.255\n   Default Gateway . . . . . . . . . : \n   DNS Servers . . . . . . . . . . . : 10.10.0.30\n\nWireless LAN adapter Wi-Fi:\n\n   Connection-specific DNS Suffix  . : home.example\n   Description . . . . . . . . . . . : Wireless Adapter\n   DHCP Enabled. . . . . . . . . . . : Yes\n   IPv4 Address. . . . . . . . . . . : 192.168.178.20(Preferred)\n   Subnet Mask . . . . . . . . . . . : 255.255.255.0\n   Default Gateway . . . . . . . . . : 192.168.178.1\n   DNS Servers . . . . . . . . . . . : 192.168.178.1\n\nEthernet adapter Ethernet:\n\n   Media State . . . . . . . . . . . : Media disconnected\n   Description . . . . . . . . . . . : Ethernet Adapter\n";

    private string ServerInterfaces(int gateway)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"C:\\>ipconfig /all\n\nWindows IP Configuration\n\n   Host Name . . . . . . . . . . . . : VPN{gateway}\n   Primary Dns Suffix  . . . . . . . : corp.example\n   IP Routing Enabled. . . . . . . . : Yes\n\n");
        var network = deployment.ExternalAddress[..deployment.ExternalAddress.LastIndexOf('.')];
        var outside = $"Ethernet adapter External:\n\n   Description . . . . . . . . . . . : Hyper-V Adapter\n   DHCP Enabled. . . . . . . . . . . : No\n   IPv4 Address. . . . . . . . . . . : {deployment.ExternalAddress}(Preferred)\n   Subnet Mask . . . . . . . . . . . : 255.255.255.0\n   Default Gateway . . . . . . . . . : {network}.1\n{(deployment.HasOneNic ? "   DNS Servers . . . . . . . . . . . : 10.10.0.30\n" : "")}\n";
        var inside = $"Ethernet adapter Internal:\n\n   Connection-specific DNS Suffix  . : corp.example\n   Description . . . . . . . . . . . : Hyper-V Adapter #2\n   DHCP Enabled. . . . . . . . . . . : No\n   IPv4 Address. . . . . . . . . . . : 10.10.0.1{gateway}(Preferred)\n   Subnet Mask . . . . . . . . . . . : 255.255.255.0\n   Default Gateway . . . . . . . . . : \n   DNS Servers . . . . . . . . . . . : 10.10.0.30\n";
        return head + outside + (deployment.HasOneNic ? "" : inside);
    }

    private string AuthProtocol() => deployment.IsDeviceTunnel
        ? $$"""
            PS C:\> Get-VpnAuthProtocol


            UserAuthProtocolAccepted     : {EAP, Certificate}
            TunnelAuthProtocolsAdvertised : Certificates
            RootCertificateNameToAccept  : [Subject]
                                             {{Names.Root}}

                                           [Issuer]
                                             {{Names.Root}}

                                           [Thumbprint]
                                             {{Names.RootThumbprint.ToUpperInvariant()}}

            CertificateAdvertised        :

            """
        : "PS C:\\> Get-VpnAuthProtocol\n\n\nUserAuthProtocolAccepted     : {EAP}\nTunnelAuthProtocolsAdvertised : Certificates\nRootCertificateNameToAccept  :\nCertificateAdvertised        :\n";
}
