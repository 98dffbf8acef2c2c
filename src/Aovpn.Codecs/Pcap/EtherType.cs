using System.Globalization;

namespace Aovpn.Codecs.Pcap;

/// <summary>What a link carries (IEEE 802 numbers), and, from 0x10000 on, what PPP carries (RFC 1661 numbers), in one space.</summary>
public readonly record struct EtherType(int Value)
{
    private const int PppSpace = 0x1_0000;

    public static readonly EtherType Ipv4 = new(0x0800);
    public static readonly EtherType Ipv6 = new(0x86DD);
    public static readonly EtherType Eapol = new(0x888E);

    internal bool IsVlanTag => Value is 0x8100 or 0x88A8 or 0x9100;

    internal bool IsPppoeSession => Value == 0x8864;

    public bool IsIp => Value is 0x0800 or 0x86DD;

    /// <summary>A protocol of PPP that is not IP: LCP (0xC021), CHAP (0xC223), EAP (0xC227), IPCP (0x8021) and the like; null otherwise.</summary>
    public int? PppProtocol => Value >= PppSpace ? Value - PppSpace : null;

    internal static EtherType OfPpp(int protocol) => protocol switch
    {
        0x0021 => Ipv4,
        0x0057 => Ipv6,
        _ => new(PppSpace + protocol),
    };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"0x{Value:X4}");
}
