using System.Buffers.Binary;

namespace Aovpn.Codecs.Tls;

/// <summary>A record as it lies on the wire, RFC 8446 section 5.1; what is encrypted stays so.</summary>
/// <param name="Version">0x0301 TLS 1.0, 0x0303 TLS 1.2 and, by habit, 1.3.</param>
public sealed record TlsRecord(TlsContentType Type, ushort Version, ReadOnlyMemory<byte> Fragment)
{
    public const int Header = 5;

    private const int LongestFragment = 16_384 + 2_048;

    /// <returns>The record at the beginning of the stream; null while it is not there as a whole.</returns>
    /// <exception cref="MalformedException">What is there is no TLS.</exception>
    public static TlsRecord? Read(ReadOnlyMemory<byte> stream)
    {
        var span = stream.Span;
        if (span.Length < Header)
            return null;
        var type = new TlsContentType(span[0]);
        if (!type.IsKnown || span[1] != 3)
            throw new MalformedException("TLS.ContentType", 0, $"is {span[0]} with version {span[1]}.{span[2]}: no TLS record");
        int length = BinaryPrimitives.ReadUInt16BigEndian(span[3..]);
        if (length > LongestFragment)
            throw new MalformedException("TLS.Length", 3, $"is {length}, more than a record may have");
        return span.Length < Header + length ? null : new(type, BinaryPrimitives.ReadUInt16BigEndian(span[1..]), stream.Slice(Header, length));
    }
}
