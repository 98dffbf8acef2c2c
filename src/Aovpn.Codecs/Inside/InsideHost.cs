using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Aovpn.Codecs.Pcap;

namespace Aovpn.Codecs.Inside;

/// <summary>
/// As much of an IP host as a probe needs inside a tunnel, and as the lab's hosts need to answer it, without the system's: makes ICMP messages,
/// datagrams and small TCP segments, and reads what comes back.
/// </summary>
/// <param name="address">This host's own: what the gateway assigned.</param>
public sealed class InsideHost(IPAddress address)
{
    private const byte Icmp = 1, Tcp = 6, Udp = 17, IcmpV6 = 58, HopLimit = 64;

    private ushort _identification;

    public IPAddress Address { get; } = address;

    /// <summary>An echo request, RFC 792 and RFC 4443 section 4.1.</summary>
    /// <param name="hopLimit">1 lets the first router report that the packet's time is over.</param>
    public byte[] Ping(IPAddress to, ushort identifier, ushort sequence, ReadOnlySpan<byte> data, byte hopLimit = HopLimit)
    {
        var v6 = to.AddressFamily is AddressFamily.InterNetworkV6;
        var message = new WireWriter().U8(v6 ? 128 : 8).U8(0).U16(0).U16(identifier).U16(sequence).Bytes(data).ToArray();
        Checksum(message, 2, v6 ? Pseudo(to, IcmpV6, message.Length) : 0);
        return Packet(to, v6 ? IcmpV6 : Icmp, message, hopLimit);
    }

    /// <summary>The answer to an echo request, RFC 792.</summary>
    /// <param name="rest">Identifier, sequence number and data, as they came.</param>
    public byte[] EchoReply(IPAddress to, ReadOnlySpan<byte> rest) => Control(to, 0, 0, rest);

    /// <summary>"Nobody listens on that port": RFC 792, type 3, code 3.</summary>
    /// <param name="packet">The IPv4 packet that nobody took.</param>
    public byte[] PortUnreachable(IPAddress to, ReadOnlySpan<byte> packet) => Control(to, 3, 3, Quoted(packet));

    /// <summary>"Your packet had no hop left": RFC 792, type 11.</summary>
    /// <param name="packet">The IPv4 packet.</param>
    public byte[] TimeExceeded(IPAddress to, ReadOnlySpan<byte> packet) => Control(to, 11, 0, Quoted(packet));

    public byte[] Datagram(IPAddress to, ushort fromPort, ushort toPort, ReadOnlySpan<byte> payload)
    {
        var datagram = new WireWriter().U16(fromPort).U16(toPort).U16(payload.Length + 8).U16(0).Bytes(payload).ToArray();
        Checksum(datagram, 6, Pseudo(to, Udp, datagram.Length));
        if (datagram[6] == 0 && datagram[7] == 0)
            (datagram[6], datagram[7]) = (0xFF, 0xFF); // zero would mean "none", RFC 768
        return Packet(to, Udp, datagram);
    }

    /// <summary>A segment, RFC 9293 section 3.1; a SYN tells the largest segment that fits into ESP in UDP.</summary>
    public byte[] Segment(
        IPAddress to, ushort fromPort, ushort toPort, uint sequence, uint acknowledgment, bool syn = false, bool ack = false, bool fin = false, bool rst = false, ReadOnlySpan<byte> content = default)
    {
        var flags = (fin ? 1 : 0) | (syn ? 2 : 0) | (rst ? 4 : 0) | (ack ? 16 : 0);
        byte[] options = syn ? [2, 4, 1300 >> 8, 1300 & 0xFF] : [];
        var segment = new WireWriter().U16(fromPort).U16(toPort).U32(sequence).U32(acknowledgment)
            .U8((20 + options.Length) / 4 << 4).U8(flags).U16(16_384).U16(0).U16(0).Bytes(options).Bytes(content).ToArray();
        Checksum(segment, 16, Pseudo(to, Tcp, segment.Length));
        return Packet(to, Tcp, segment);
    }

    /// <returns>What a packet from the tunnel says; null for one that is not for this host or of no interest.</returns>
    /// <exception cref="MalformedException">It is damaged.</exception>
    public InsideReply? Read(ReadOnlyMemory<byte> bytes)
    {
        var packet = IpPacket.Read(bytes);
        if (!packet.Destination.Equals(Address) || packet.IsFragment)
            return null;

        switch (packet.Protocol)
        {
            case Udp:
                var datagram = UdpDatagram.Read(packet.Payload);
                return new InsideReply.Datagram(packet.Source, datagram.SourcePort, datagram.DestinationPort, datagram.Payload);
            case Tcp:
                return new InsideReply.Segment(packet.Source, TcpSegment.Read(packet.Payload));
            case Icmp or IcmpV6:
                return ReadIcmp(packet);
            default:
                return null;
        }
    }

    private static InsideReply? ReadIcmp(IpPacket packet)
    {
        var reader = new WireReader(packet.Payload.Span);
        var (type, code) = (reader.U8("ICMP.Type"), reader.U8("ICMP.Code"));
        reader.U16("ICMP.Checksum");
        var (reply, unreachable, tooBig) = packet.Protocol == Icmp ? ((byte)0, (byte)3, (byte)3) : ((byte)129, (byte)1, (byte)2);
        if (type == (packet.Protocol == Icmp ? 11 : 3))
            return new InsideReply.TimeExceeded(packet.Source);
        if (type == reply)
            return new InsideReply.Echo(packet.Source, reader.U16("ICMP.Identifier"), reader.U16("ICMP.SequenceNumber"));
        if (type != unreachable && type != tooBig)
            return null;

        reader.U32("ICMP.Unused");
        var quoted = IpPacket.Read(packet.Payload[reader.Offset..]);
        var port = quoted.Payload.Length >= 4 ? BinaryPrimitives.ReadUInt16BigEndian(quoted.Payload.Span[2..]) : 0;
        return new InsideReply.Unreachable(packet.Source, type, code, quoted.Protocol, new IPEndPoint(quoted.Destination, port));
    }

    /// <summary>What an ICMP error repeats: the header and the eight bytes behind it; twice as many bytes do no harm.</summary>
    private static byte[] Quoted(ReadOnlySpan<byte> packet) => [0, 0, 0, 0, .. packet[..Math.Min(packet.Length, 48)]];

    private byte[] Control(IPAddress to, byte type, byte code, ReadOnlySpan<byte> rest)
    {
        var message = new WireWriter().U8(type).U8(code).U16(0).Bytes(rest).ToArray();
        Checksum(message, 2, 0);
        return Packet(to, Icmp, message);
    }

    private byte[] Packet(IPAddress to, byte protocol, byte[] payload, byte hopLimit = HopLimit)
    {
        if (to.AddressFamily is AddressFamily.InterNetworkV6)
        {
            return new WireWriter().U32(0x6000_0000).U16(payload.Length).U8(protocol).U8(hopLimit)
                .Bytes(Address.GetAddressBytes()).Bytes(to.GetAddressBytes()).Bytes(payload).ToArray();
        }

        var header = new WireWriter().U8(0x45).U8(0).U16(20 + payload.Length).U16(++_identification).U16(0x4000).U8(hopLimit).U8(protocol).U16(0)
            .Bytes(Address.GetAddressBytes()).Bytes(to.GetAddressBytes()).ToArray();
        Checksum(header, 10, 0);
        return [.. header, .. payload];
    }

    /// <summary>The sum over the pseudo header, RFC 9293 section 3.1, RFC 8200 section 8.1.</summary>
    private uint Pseudo(IPAddress to, byte protocol, int length) => Sum(Address.GetAddressBytes(), Sum(to.GetAddressBytes(), (uint)(protocol + length)));

    private static void Checksum(byte[] bytes, int at, uint initial)
    {
        var sum = Sum(bytes, initial);
        while (sum >> 16 != 0)
            sum = (sum & 0xFFFF) + (sum >> 16);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(at), (ushort)~sum);
    }

    /// <summary>RFC 1071.</summary>
    private static uint Sum(ReadOnlySpan<byte> bytes, uint sum)
    {
        for (var i = 0; i + 1 < bytes.Length; i += 2)
            sum += BinaryPrimitives.ReadUInt16BigEndian(bytes[i..]);
        return bytes.Length % 2 == 1 ? sum + (uint)(bytes[^1] << 8) : sum;
    }
}
