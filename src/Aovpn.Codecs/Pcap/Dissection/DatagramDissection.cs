using System.Buffers.Binary;
using Aovpn.Codecs.Ike;
using Aovpn.Codecs.Ike.V1;
using Aovpn.Codecs.L2tp;

namespace Aovpn.Codecs.Pcap.Dissection;

/// <summary>What a UDP datagram is: by the ports that the protocols are assigned, and IKEv2 at any port, where it tells by itself.</summary>
internal static class DatagramDissection
{
    private const int Ike = 500, NatTraversal = 4500, L2tp = 1701, SmallestRadius = 20, LongestRadius = 4096;

    private static readonly int[] Radius = [1812, 1813, 1645, 1646, 1700, 3799];

    public static CapturedMessage? Of(UdpDatagram datagram, Place place)
    {
        if (datagram.Payload.IsEmpty)
            return null;
        if (Uses(datagram, NatTraversal))
            return NatTraversed(datagram.Payload, place);
        if (Uses(datagram, Ike))
            return Isakmp(datagram.Payload, place, behind4500: false);
        if (Uses(datagram, L2tp))
            return IsL2tp(datagram.Payload.Span) ? Decoded("L2TP", place, () => new CapturedMessage.OfL2tp(place.Frame, place.At, place.From, place.To, L2tpPacket.Decode(datagram.Payload.Span))) : null;
        if (Radius.Any(port => Uses(datagram, port)))
            return IsRadius(datagram.Payload.Span) ? new CapturedMessage.OfRadius(place.Frame, place.At, place.From, place.To, datagram.Payload) : null;
        if (HasMarker(datagram.Payload.Span) && LooksLikeIkeV2(datagram.Payload.Span[4..]))
            return Isakmp(datagram.Payload[4..], place, behind4500: true);
        return LooksLikeIkeV2(datagram.Payload.Span) ? Isakmp(datagram.Payload, place, behind4500: false) : null;
    }

    private static bool Uses(UdpDatagram datagram, int port) => datagram.SourcePort == port || datagram.DestinationPort == port;

    private static bool HasMarker(ReadOnlySpan<byte> payload) => payload.Length > 4 && BinaryPrimitives.ReadUInt32BigEndian(payload) == 0;

    /// <summary>RFC 3948 section 2: one byte 0xFF keeps a NAT open, four zero bytes mark IKE, all else is ESP.</summary>
    private static CapturedMessage NatTraversed(ReadOnlyMemory<byte> payload, Place place)
    {
        if (payload.Length == 1 && payload.Span[0] == 0xFF)
            return new CapturedMessage.OfKeepalive(place.Frame, place.At, place.From, place.To);
        if (HasMarker(payload.Span))
            return Isakmp(payload[4..], place, behind4500: true);
        return Decoded("ESP", place, () =>
        {
            var esp = new WireReader(payload.Span);
            return new CapturedMessage.OfEsp(place.Frame, place.At, place.From, place.To, esp.U32("ESP.SPI"), esp.U32("ESP.SequenceNumber"), InUdp: true);
        });
    }

    private static CapturedMessage Isakmp(ReadOnlyMemory<byte> payload, Place place, bool behind4500) => Decoded("ISAKMP", place, () =>
        payload.Length > 17 && payload.Span[17] >> 4 == 1
            ? new CapturedMessage.OfIkeV1(place.Frame, place.At, place.From, place.To, IkeV1Message.Decode(payload.Span), behind4500)
            : new CapturedMessage.OfIke(place.Frame, place.At, place.From, place.To, IkeMessage.Decode(payload.Span), behind4500) { Bytes = payload });

    /// <summary>Version 2.0, an exchange that exists, and a length that is the datagram's: no other protocol begins so.</summary>
    private static bool LooksLikeIkeV2(ReadOnlySpan<byte> payload) =>
        payload.Length >= IkeHeader.Size && payload[17] == IkeHeader.Version2 && payload[18] is >= 34 and <= 44 && BinaryPrimitives.ReadUInt32BigEndian(payload[24..]) == payload.Length;

    private static bool IsL2tp(ReadOnlySpan<byte> payload) => payload.Length >= 6 && (payload[1] & 0x0F) == 2;

    /// <summary>RFC 2865 section 3: a length between 20 and 4096 that the datagram holds.</summary>
    private static bool IsRadius(ReadOnlySpan<byte> payload) =>
        payload.Length >= SmallestRadius && payload[0] is >= 1 and <= 52 && BinaryPrimitives.ReadUInt16BigEndian(payload[2..]) is >= SmallestRadius and <= LongestRadius;

    private static CapturedMessage Decoded(string protocol, Place place, Func<CapturedMessage> decode)
    {
        try
        {
            return decode();
        }
        catch (MalformedException problem)
        {
            return new CapturedMessage.Malformed(place.Frame, place.At, place.From, place.To, protocol, problem);
        }
    }
}
