using System.Buffers.Binary;

namespace Aovpn.Codecs.Pcap;

/// <summary>A UDP datagram (RFC 768).</summary>
public sealed record UdpDatagram(int SourcePort, int DestinationPort, ReadOnlyMemory<byte> Payload)
{
    /// <exception cref="MalformedException">The header is cut, or its length is smaller than itself.</exception>
    public static UdpDatagram Read(ReadOnlyMemory<byte> data)
    {
        var span = data.Span;
        if (span.Length < 8)
            throw new MalformedException("UDP", 0, $"needs 8 bytes, {span.Length} left");
        int length = BinaryPrimitives.ReadUInt16BigEndian(span[4..]);
        if (length is > 0 and < 8)
            throw new MalformedException("UDP.Length", 4, $"is {length}, less than the header's 8");
        return new(
            BinaryPrimitives.ReadUInt16BigEndian(span), BinaryPrimitives.ReadUInt16BigEndian(span[2..]),
            data[8..(length == 0 ? span.Length : Math.Min(length, span.Length))]);
    }
}
