using System.Buffers.Binary;
using System.Net;

namespace Aovpn.Codecs.Pcap.Dissection;

/// <summary>Turns the frames of a capture into the messages of the protocols that matter to a VPN. Feed frames in their order.</summary>
public sealed class Dissector
{
    private const int Icmp = 1, Tcp = 6, Udp = 17, Gre = 47, Esp = 50, IcmpV6 = 58;

    private const ushort PptpGre = 0x880B;

    private static readonly IPEndPoint Nobody = new(IPAddress.None, 0);

    private readonly TcpConnections _connections = new();

    /// <summary>Joins IP fragments; asked at the end for what never became whole.</summary>
    public IpReassembly Reassembly { get; } = new();

    /// <summary>Fragments of IP packets seen so far.</summary>
    public long Fragments { get; private set; }

    /// <returns>The messages that this frame completes, mostly none or one.</returns>
    public IEnumerable<CapturedMessage> Take(CapturedFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var place = new Place(frame.Number, frame.At, Nobody, Nobody);
        var found = new List<CapturedMessage>();
        var protocol = "link";
        try
        {
            if (LinkLayer.Unwrap(frame) is not { } link)
                return found;
            if (link.Type == EtherType.Eapol)
                found.Add(new CapturedMessage.OfEapol(place.Frame, place.At, place.From, place.To, link.Data));
            if (!link.Type.IsIp)
                return found;

            protocol = "IP";
            var packet = IpPacket.Read(link.Data);
            place = place with { From = new(packet.Source, 0), To = new(packet.Destination, 0) };
            if (packet.IsFragment)
                Fragments++;
            if (Reassembly.Add(frame.Number, packet) is { } whole)
                TakePacket(whole, place, found, ref protocol);
        }
        catch (MalformedException problem)
        {
            found.Add(new CapturedMessage.Malformed(place.Frame, place.At, place.From, place.To, protocol, problem));
        }

        return found;
    }

    private void TakePacket(IpPacket packet, Place place, List<CapturedMessage> found, ref string protocol)
    {
        switch (packet.Protocol)
        {
            case Udp:
                protocol = "UDP";
                var datagram = UdpDatagram.Read(packet.Payload);
                place = place.WithPorts(datagram.SourcePort, datagram.DestinationPort);
                if (DatagramDissection.Of(datagram, place) is { } message)
                    found.Add(message);
                break;
            case Tcp:
                protocol = "TCP";
                var segment = TcpSegment.Read(packet.Payload);
                _connections.Take(segment, place.WithPorts(segment.SourcePort, segment.DestinationPort), found);
                break;
            case Esp:
                protocol = "ESP";
                var esp = new WireReader(packet.Payload.Span);
                found.Add(new CapturedMessage.OfEsp(place.Frame, place.At, place.From, place.To, esp.U32("ESP.SPI"), esp.U32("ESP.SequenceNumber"), InUdp: false));
                break;
            case Gre:
                protocol = "GRE";
                var gre = new WireReader(packet.Payload.Span);
                gre.U16("GRE.Flags");
                if (gre.U16("GRE.ProtocolType") == PptpGre)
                {
                    gre.U16("GRE.PayloadLength");
                    found.Add(new CapturedMessage.OfPptpGre(place.Frame, place.At, place.From, place.To, gre.U16("GRE.CallID")));
                }

                break;
            case Icmp or IcmpV6:
                if (Unreachable(packet, place) is { } unreachable)
                    found.Add(unreachable);
                break;
        }
    }

    /// <summary>RFC 792 and RFC 4443 section 3.1: eight bytes of header, then the packet that could not be delivered.</summary>
    private static CapturedMessage.OfUnreachable? Unreachable(IpPacket packet, Place place)
    {
        var span = packet.Payload.Span;
        if (span.Length < 8 || span[0] != (packet.Protocol == Icmp ? 3 : 1))
            return null;

        try
        {
            var original = IpPacket.Read(packet.Payload[8..]);
            var port = original.Payload.Length >= 4 ? BinaryPrimitives.ReadUInt16BigEndian(original.Payload.Span[2..]) : 0;
            return new(place.Frame, place.At, place.From, place.To, span[1], new(original.Destination, port), original.Protocol);
        }
        catch (MalformedException)
        {
            return null; // quotes may be cut: what cannot be delivered is then unknown, the message itself is whole
        }
    }
}
