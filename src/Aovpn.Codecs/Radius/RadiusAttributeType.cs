using System.Globalization;

namespace Aovpn.Codecs.Radius;

/// <summary>Type of a RADIUS attribute, RFC 2865 section 5 and IANA's registry. A number with names.</summary>
public readonly record struct RadiusAttributeType(byte Value)
{
    public static readonly RadiusAttributeType UserName = new(1);
    public static readonly RadiusAttributeType UserPassword = new(2);
    public static readonly RadiusAttributeType NasIpAddress = new(4);
    public static readonly RadiusAttributeType NasPort = new(5);
    public static readonly RadiusAttributeType ServiceType = new(6);
    public static readonly RadiusAttributeType FramedProtocol = new(7);
    public static readonly RadiusAttributeType FramedMtu = new(12);
    public static readonly RadiusAttributeType ReplyMessage = new(18);
    public static readonly RadiusAttributeType State = new(24);
    public static readonly RadiusAttributeType Class = new(25);
    public static readonly RadiusAttributeType VendorSpecific = new(26);
    public static readonly RadiusAttributeType CalledStationId = new(30);
    public static readonly RadiusAttributeType CallingStationId = new(31);
    public static readonly RadiusAttributeType NasIdentifier = new(32);
    public static readonly RadiusAttributeType ProxyState = new(33);
    public static readonly RadiusAttributeType AcctStatusType = new(40);
    public static readonly RadiusAttributeType AcctSessionId = new(44);
    public static readonly RadiusAttributeType NasPortType = new(61);
    public static readonly RadiusAttributeType TunnelType = new(64);
    public static readonly RadiusAttributeType TunnelMediumType = new(65);

    /// <summary>RFC 3579 section 3.1.</summary>
    public static readonly RadiusAttributeType EapMessage = new(79);

    /// <summary>RFC 3579 section 3.2.</summary>
    public static readonly RadiusAttributeType MessageAuthenticator = new(80);

    public override string ToString() => Value switch
    {
        1 => "User-Name",
        2 => "User-Password",
        4 => "NAS-IP-Address",
        5 => "NAS-Port",
        6 => "Service-Type",
        7 => "Framed-Protocol",
        12 => "Framed-MTU",
        18 => "Reply-Message",
        24 => "State",
        25 => "Class",
        26 => "Vendor-Specific",
        30 => "Called-Station-Id",
        31 => "Calling-Station-Id",
        32 => "NAS-Identifier",
        33 => "Proxy-State",
        40 => "Acct-Status-Type",
        44 => "Acct-Session-Id",
        61 => "NAS-Port-Type",
        64 => "Tunnel-Type",
        65 => "Tunnel-Medium-Type",
        79 => "EAP-Message",
        80 => "Message-Authenticator",
        _ => string.Create(CultureInfo.InvariantCulture, $"attribute {Value}"),
    };
}
