using System.Buffers.Binary;

namespace Aovpn.Codecs.Pcap;

/// <summary>A TCP segment (RFC 9293 section 3.1).</summary>
public sealed record TcpSegment(
    int SourcePort, int DestinationPort, uint Sequence, uint Acknowledgment, bool Syn, bool Ack, bool Fin, bool Rst, ReadOnlyMemory<byte> Payload)
{
    /// <exception cref="MalformedException">The header is cut or its length contradicts itself.</exception>
    public static TcpSegment Read(ReadOnlyMemory<byte> data)
    {
        var span = data.Span;
        if (span.Length < 20)
            throw new MalformedException("TCP", 0, $"needs 20 bytes, {span.Length} left");
        var header = (span[12] >> 4) * 4;
        if (header < 20 || header > span.Length)
            throw new MalformedException("TCP.DataOffset", 12, $"says {header} bytes of header, {span.Length} are there");
        var flags = span[13];
        return new(
            BinaryPrimitives.ReadUInt16BigEndian(span), BinaryPrimitives.ReadUInt16BigEndian(span[2..]), BinaryPrimitives.ReadUInt32BigEndian(span[4..]),
            BinaryPrimitives.ReadUInt32BigEndian(span[8..]), (flags & 2) != 0, (flags & 16) != 0, (flags & 1) != 0, (flags & 4) != 0, data[header..]);
    }
}
