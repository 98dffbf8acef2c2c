using System.Buffers.Binary;

namespace Aovpn.Codecs.Pcap;

/// <summary>Takes a frame's link headers off: Ethernet with VLAN tags, PPPoE and PPP, Linux cooked, loopback, raw IP.</summary>
public static class LinkLayer
{
    private const int MacAddresses = 12, DeepestNesting = 8;

    /// <returns>Null for a link type that carries something else (802.11, USB ...) and for frames of IEEE 802.3 length.</returns>
    /// <exception cref="MalformedException">The frame ends inside a link header.</exception>
    public static LinkPayload? Unwrap(CapturedFrame frame)
    {
        var data = frame.Data;
        if (frame.LinkType.IsRawIp)
            return Ip(data);
        if (frame.LinkType == LinkType.Ethernet)
            return Typed(data, MacAddresses, 0);
        if (frame.LinkType == LinkType.LinuxCooked)
            return Typed(data, 14, 0);
        if (frame.LinkType == LinkType.LinuxCooked2)
            return Unnest(new EtherType(U16(data, 0, "SLL2.Protocol")), Skip(data, 20, "SLL2"), 0);
        if (frame.LinkType == LinkType.Null || frame.LinkType == LinkType.OpenBsdLoopback)
            return Ip(Skip(data, 4, "Loopback.Family"));
        if (frame.LinkType == LinkType.PppOverEthernet)
            return Ppp(Skip(data, 6, "PPPoE"));
        if (frame.LinkType == LinkType.PppWithDirection)
            return Ppp(Skip(data, 1, "PPP.Direction"));
        return frame.LinkType == LinkType.Ppp || frame.LinkType == LinkType.PppHdlc ? Ppp(data) : null;
    }

    private static LinkPayload? Typed(ReadOnlyMemory<byte> data, int at, int depth) =>
        Unnest(new EtherType(U16(data, at, "EtherType")), data[(at + 2)..], depth);

    private static LinkPayload? Unnest(EtherType type, ReadOnlyMemory<byte> data, int depth)
    {
        if (type.IsVlanTag)
            return depth < DeepestNesting ? Typed(data, 2, depth + 1) : null;
        if (type.IsPppoeSession)
            return Ppp(Skip(data, 6, "PPPoE"));
        return type.Value < 0x0600 ? null : new(type, data);
    }

    /// <summary>RFC 1661 section 2, RFC 1662 section 3.1: the address and control bytes may be left out, and the protocol's first byte when it is zero.</summary>
    public static LinkPayload Ppp(ReadOnlyMemory<byte> data)
    {
        if (data.Length >= 2 && data.Span[0] == 0xFF && data.Span[1] == 0x03)
            data = data[2..];
        if (data.Length >= 1 && (data.Span[0] & 1) == 1)
            return new(EtherType.OfPpp(data.Span[0]), data[1..]);
        return new(EtherType.OfPpp(U16(data, 0, "PPP.Protocol")), data[2..]);
    }

    private static LinkPayload? Ip(ReadOnlyMemory<byte> data) => data.IsEmpty ? null : (data.Span[0] >> 4) switch
    {
        4 => new(EtherType.Ipv4, data),
        6 => new(EtherType.Ipv6, data),
        _ => null,
    };

    private static int U16(ReadOnlyMemory<byte> data, int at, string field) => data.Length >= at + 2
        ? BinaryPrimitives.ReadUInt16BigEndian(data.Span[at..])
        : throw new MalformedException(field, at, "needs 2 bytes");

    private static ReadOnlyMemory<byte> Skip(ReadOnlyMemory<byte> data, int count, string field) =>
        data.Length >= count ? data[count..] : throw new MalformedException(field, 0, "is cut");
}
