using System.Net;
using System.Text;
using Aovpn.Codecs.Inside;
using Aovpn.Codecs.Pcap;

namespace Aovpn.Lab.Inside;

/// <summary>Answers IPv4 packets as a VPN server, a DNS server and a web server inside would: echo, names, one page over TCP 80.</summary>
public sealed class InsideNetwork(InsideSettings settings)
{
    private const byte Icmp = 1, Tcp = 6, Udp = 17, EchoRequest = 8;
    private const int HopLimitAt = 8, DnsPort = 53, WebPort = 80;

    /// <summary>Of the web server's connections: it keeps nothing about them, so each begins alike.</summary>
    private const uint FirstSequence = 7_000_000;

    private static readonly byte[] Page = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 17\r\nConnection: close\r\n\r\nThe lab's inside\n");

    private readonly Dictionary<IPAddress, InsideHost> _hosts =
        settings.Hosts.Append(settings.Gateway).Append(settings.Outer).Distinct().ToDictionary(address => address, address => new InsideHost(address));

    /// <param name="packet">From a tunnel.</param>
    /// <param name="client">The only source that this tunnel may use.</param>
    /// <returns>What goes back; nothing for what nobody answers.</returns>
    /// <exception cref="Codecs.MalformedException">The packet is damaged.</exception>
    public IEnumerable<byte[]> Answer(byte[] packet, IPAddress client)
    {
        var read = IpPacket.Read(packet);
        if (!read.Source.Equals(client) || read.IsFragment)
            return [];
        if (read.Destination.Equals(settings.Gateway) || read.Destination.Equals(settings.Outer))
            return Delivered(_hosts[read.Destination], read, packet);
        if (!settings.Forwards)
            return [];
        if (packet[HopLimitAt] <= 1)
            return [_hosts[settings.Gateway].TimeExceeded(client, packet)];
        return _hosts.TryGetValue(read.Destination, out var host) ? Delivered(host, read, packet) : [];
    }

    private IEnumerable<byte[]> Delivered(InsideHost host, IpPacket packet, byte[] bytes) => packet.Protocol switch
    {
        Icmp => Echo(host, packet),
        Udp => Datagram(host, packet, bytes),
        Tcp => Segment(host, packet.Source, TcpSegment.Read(packet.Payload)),
        _ => [],
    };

    private IEnumerable<byte[]> Echo(InsideHost host, IpPacket packet) =>
        packet.Payload.Length >= 8 && packet.Payload.Span[0] == EchoRequest && (settings.AnswersPing || !host.Address.Equals(settings.Host))
            ? [host.EchoReply(packet.Source, packet.Payload.Span[4..])]
            : [];

    private IEnumerable<byte[]> Datagram(InsideHost host, IpPacket packet, byte[] bytes)
    {
        var datagram = UdpDatagram.Read(packet.Payload);
        if (datagram.DestinationPort != DnsPort || !host.Address.Equals(settings.DnsServer) || !settings.ResolvesNames)
            return [host.PortUnreachable(packet.Source, bytes)];
        return NameAnswer.To(datagram.Payload.Span, settings.HostName, settings.Host) is { } answer
            ? [host.Datagram(packet.Source, DnsPort, (ushort)datagram.SourcePort, answer)]
            : [];
    }

    /// <summary>A web server without memory: whatever is asked is answered with one page, and the connection closed.</summary>
    private IEnumerable<byte[]> Segment(InsideHost host, IPAddress client, TcpSegment segment)
    {
        var (own, theirs) = ((ushort)segment.DestinationPort, (ushort)segment.SourcePort);
        if (segment.Rst)
            return [];
        if (own != WebPort || !host.Address.Equals(settings.Host) || !settings.ServesWeb)
            return [host.Segment(client, own, theirs, segment.Acknowledgment, segment.Sequence + 1, ack: true, rst: true)];
        if (segment.Syn)
            return [host.Segment(client, own, theirs, FirstSequence, segment.Sequence + 1, syn: true, ack: true)];

        var taken = segment.Sequence + (uint)segment.Payload.Length;
        if (segment.Payload.Length > 0 && segment.Acknowledgment == FirstSequence + 1)
            return [host.Segment(client, own, theirs, segment.Acknowledgment, taken, ack: true, fin: true, content: Page)];
        return segment.Fin ? [host.Segment(client, own, theirs, segment.Acknowledgment, taken + 1, ack: true)] : [];
    }
}
