using System.Globalization;

namespace Aovpn.Codecs.Eap;

/// <summary>
/// Type of an EAP method, RFC 3748 section 5 and IANA's registry. Any byte is legal on the wire, so this is a number with names, not an enum.
/// </summary>
public readonly record struct EapType(byte Value)
{
    public static readonly EapType Identity = new(1);
    public static readonly EapType Notification = new(2);

    /// <summary>Legacy Nak: only in responses; its data are the types the peer would rather have.</summary>
    public static readonly EapType Nak = new(3);
    public static readonly EapType Md5Challenge = new(4);
    public static readonly EapType GenericTokenCard = new(6);
    public static readonly EapType Tls = new(13);
    public static readonly EapType Ttls = new(21);
    public static readonly EapType Peap = new(25);

    /// <summary>EAP-MS-CHAP-V2: "Secured password (EAP-MSCHAP v2)" in Windows.</summary>
    public static readonly EapType MsChapV2 = new(26);

    /// <summary>EAP Extensions of PEAP version 0, which carry TLVs: [MS-PEAP] section 2.2.8.</summary>
    public static readonly EapType Extensions = new(33);
    public static readonly EapType Teap = new(55);

    /// <summary>Expanded types: a vendor's number and a type of its own follow, RFC 3748 section 5.7.</summary>
    public static readonly EapType Expanded = new(254);

    /// <summary>The registry's name; "EAP type 99" for a number without one here.</summary>
    public override string ToString() => Value switch
    {
        1 => "Identity",
        2 => "Notification",
        3 => "Nak",
        4 => "MD5-Challenge",
        6 => "GTC",
        13 => "EAP-TLS",
        21 => "EAP-TTLS",
        25 => "PEAP",
        26 => "EAP-MSCHAPv2",
        33 => "EAP Extensions",
        55 => "TEAP",
        254 => "Expanded",
        _ => string.Create(CultureInfo.InvariantCulture, $"EAP type {Value}"),
    };
}
