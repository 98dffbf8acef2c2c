using System.Buffers.Binary;
using System.Net;

namespace Aovpn.Codecs.Pcap;

/// <summary>An IP packet, or a fragment of one (RFC 791, RFC 8200).</summary>
/// <param name="Protocol">IP protocol number of the payload: 17 UDP, 6 TCP, 47 GRE, 50 ESP, 1 and 58 ICMP.</param>
/// <param name="Identification">Joins fragments.</param>
/// <param name="FragmentOffset">In bytes.</param>
/// <param name="IsCut">The payload is shorter than the header says: the capture kept less.</param>
public sealed record IpPacket(
    IPAddress Source, IPAddress Destination, int Protocol, uint Identification, int FragmentOffset, bool MoreFragments, bool IsCut, ReadOnlyMemory<byte> Payload)
{
    private const int Ipv4Header = 20, Ipv6Header = 40;

    public bool IsFragment => MoreFragments || FragmentOffset > 0;

    /// <exception cref="MalformedException">A header ends early or contradicts itself.</exception>
    public static IpPacket Read(ReadOnlyMemory<byte> data)
    {
        if (data.IsEmpty)
            throw new MalformedException("IP.Version", 0, "needs 1 byte, 0 left");
        return (data.Span[0] >> 4) switch
        {
            4 => ReadIpv4(data),
            6 => ReadIpv6(data),
            var version => throw new MalformedException("IP.Version", 0, $"is {version}, neither 4 nor 6"),
        };
    }

    private static IpPacket ReadIpv4(ReadOnlyMemory<byte> data)
    {
        var span = data.Span;
        if (span.Length < Ipv4Header)
            throw new MalformedException("IPv4", 0, $"needs 20 bytes, {span.Length} left");
        var header = (span[0] & 0x0F) * 4;
        if (header < Ipv4Header || header > span.Length)
            throw new MalformedException("IPv4.IHL", 0, $"says {header} bytes of header");

        int total = BinaryPrimitives.ReadUInt16BigEndian(span[2..]);
        if (total == 0)
            total = span.Length; // the network card segments: the length is filled in later than it is captured
        if (total < header)
            throw new MalformedException("IPv4.TotalLength", 2, $"is {total}, less than the header's {header}");

        var flags = BinaryPrimitives.ReadUInt16BigEndian(span[6..]);
        return new(
            new IPAddress(span.Slice(12, 4)), new IPAddress(span.Slice(16, 4)), span[9], BinaryPrimitives.ReadUInt16BigEndian(span[4..]),
            (flags & 0x1FFF) * 8, (flags & 0x2000) != 0, total > span.Length, data[header..Math.Min(total, span.Length)]);
    }

    private static IpPacket ReadIpv6(ReadOnlyMemory<byte> data)
    {
        var span = data.Span;
        if (span.Length < Ipv6Header)
            throw new MalformedException("IPv6", 0, $"needs 40 bytes, {span.Length} left");

        var length = BinaryPrimitives.ReadUInt16BigEndian(span[4..]);
        var end = length == 0 ? span.Length : Math.Min(span.Length, Ipv6Header + length);
        var (next, at) = ((int)span[6], Ipv6Header);
        var (id, offset, more) = (0u, 0, false);
        while (next is 0 or 43 or 44 or 51 or 60 && offset == 0)
        {
            if (end - at < 8)
                throw new MalformedException("IPv6.ExtensionHeader", at, $"needs 8 bytes, {end - at} left");
            var size = 8;
            if (next == 44)
            {
                var field = BinaryPrimitives.ReadUInt16BigEndian(span[(at + 2)..]);
                (id, offset, more) = (BinaryPrimitives.ReadUInt32BigEndian(span[(at + 4)..]), field & 0xFFF8, (field & 1) != 0);
            }
            else
            {
                size = next == 51 ? (span[at + 1] + 2) * 4 : (span[at + 1] + 1) * 8;
            }

            if (size > end - at)
                throw new MalformedException("IPv6.ExtensionHeader", at, $"says {size} bytes, {end - at} left");
            next = span[at];
            at += size;
        }

        return new(
            new IPAddress(span.Slice(8, 16)), new IPAddress(span.Slice(24, 16)), next, id, offset, more, length > 0 && Ipv6Header + length > span.Length, data[at..end]);
    }
}
