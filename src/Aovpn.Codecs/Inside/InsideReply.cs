using System.Net;
using Aovpn.Codecs.Pcap;

namespace Aovpn.Codecs.Inside;

/// <summary>What came back through a tunnel. A closed set.</summary>
public abstract record InsideReply(IPAddress From)
{
    /// <summary>An answer to a ping.</summary>
    public sealed record Echo(IPAddress From, ushort Identifier, ushort Sequence) : InsideReply(From);

    public sealed record Datagram(IPAddress From, int FromPort, int ToPort, ReadOnlyMemory<byte> Payload) : InsideReply(From);

    public sealed record Segment(IPAddress From, TcpSegment Content) : InsideReply(From);

    /// <summary>Somebody on the way says why it cannot be delivered: RFC 792's type 3 (code 3: the port, 4: too large, 9, 10, 13: forbidden), RFC 4443's 1 and 2.</summary>
    public sealed record Unreachable(IPAddress From, byte Type, byte Code, int Protocol, IPEndPoint Target) : InsideReply(From);

    /// <summary>A router forwards, and this packet had no hop left: RFC 792's type 11, RFC 4443's 3.</summary>
    public sealed record TimeExceeded(IPAddress From) : InsideReply(From);
}
