namespace Aovpn.Tests.Healthy;

/// <summary>A kind of deployment in which everything works. What is not set is as most have it: a user tunnel over IKEv2, PEAP with certificates, split.</summary>
internal sealed record Deployment(string Name)
{
    public string TunnelType { get; init; } = "IKEv2";

    /// <summary>PEAP-TLS, EAP-TLS, PEAP-MSCHAPv2, or Certificate for a device tunnel.</summary>
    public string Authentication { get; init; } = "PEAP-TLS";

    public bool ForceTunnel { get; init; }

    public bool ConditionalAccess { get; init; }

    public bool IsDeviceTunnel => Authentication == "Certificate";

    /// <summary>The address that the VPN server itself has outside; a private one behind a firewall that translates.</summary>
    public string ExternalAddress { get; init; } = "203.0.113.10";

    public string Server { get; init; } = "vpn.example.com";

    public int Gateways { get; init; } = 1;

    public int NpsServers { get; init; } = 1;

    /// <summary>Another gateway than Microsoft's: no RRAS, no NPS of ours.</summary>
    public bool IsForeignGateway { get; init; }

    public string GatewayCa { get; init; } = Names.Ca;

    public bool HasOneNic { get; init; }

    public bool HasIpv6 { get; init; }

    public bool UsesDhcp { get; init; }

    public bool HasMfa { get; init; }

    /// <summary>A RADIUS proxy stands between, so that NPS knows only it.</summary>
    public bool HasRadiusProxy { get; init; }

    /// <summary>The profile lies in a SyncML document, as Intune sends it.</summary>
    public bool IsIntune { get; init; }

    /// <summary>Of Windows: en, de, fr, ja.</summary>
    public string Language { get; init; } = "en";

    public override string ToString() => Name;

    public static readonly Deployment[] Kinds =
    [
        new("user tunnel, PEAP with certificates"),
        new("user tunnel, EAP-TLS") { Authentication = "EAP-TLS" },
        new("user tunnel, PEAP with passwords") { Authentication = "PEAP-MSCHAPv2" },
        new("device tunnel") { Authentication = "Certificate" },
        new("Conditional Access") { ConditionalAccess = true },
        new("SSTP") { TunnelType = "SSTP" },
        new("L2TP") { TunnelType = "L2TP" },
        new("force tunnel") { ForceTunnel = true },
        new("Automatic") { TunnelType = "Automatic" },
        new("behind NAT") { ExternalAddress = "172.16.5.10" },
        new("one interface") { HasOneNic = true, ExternalAddress = "10.10.0.10" },
        new("two gateways behind a load balancer") { Gateways = 2, NpsServers = 2, ExternalAddress = "172.16.5.10" },
        new("MFA extension on NPS") { HasMfa = true },
        new("Azure VPN gateway") { IsForeignGateway = true, Server = "azuregateway-1a2b3c4d.vpn.example.net", Authentication = "EAP-TLS" },
        new("profile by Intune") { IsIntune = true },
        new("public CA for the gateway") { GatewayCa = "CN=Example Public CA G2, O=Example Trust" },
        new("IPv6") { HasIpv6 = true },
        new("addresses by DHCP") { UsesDhcp = true },
        new("RADIUS proxy") { HasRadiusProxy = true },
        new("German Windows") { Language = "de" },
        new("French Windows") { Language = "fr" },
        new("Japanese Windows") { Language = "ja" },
    ];
}
