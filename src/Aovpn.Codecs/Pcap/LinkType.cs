using System.Globalization;

namespace Aovpn.Codecs.Pcap;

/// <summary>What a captured frame begins with. The registry of tcpdump.org ("LINK-LAYER HEADER TYPES"); an unknown number is kept and printed.</summary>
public readonly record struct LinkType(int Value)
{
    public static readonly LinkType Null = new(0);
    public static readonly LinkType Ethernet = new(1);
    public static readonly LinkType Ppp = new(9);
    public static readonly LinkType PppHdlc = new(50);
    public static readonly LinkType PppOverEthernet = new(51);
    public static readonly LinkType RawIp = new(101);
    public static readonly LinkType OpenBsdLoopback = new(108);
    public static readonly LinkType LinuxCooked = new(113);
    public static readonly LinkType PppWithDirection = new(204);
    public static readonly LinkType Ipv4 = new(228);
    public static readonly LinkType Ipv6 = new(229);
    public static readonly LinkType LinuxCooked2 = new(276);

    /// <summary>DLT_RAW as BSD and OpenBSD number it in files written on the machine.</summary>
    public bool IsRawIp => Value is 101 or 12 or 14 or 228 or 229;

    public override string ToString() => Value switch
    {
        0 => "null/loopback",
        1 => "Ethernet",
        9 or 50 or 204 => "PPP",
        51 => "PPPoE",
        108 => "OpenBSD loopback",
        113 => "Linux cooked",
        276 => "Linux cooked v2",
        _ when IsRawIp => "raw IP",
        _ => string.Create(CultureInfo.InvariantCulture, $"link type {Value}"),
    };
}
