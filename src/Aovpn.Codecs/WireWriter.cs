using System.Buffers.Binary;

namespace Aovpn.Codecs;

/// <summary>Writes a message in network byte order; lengths that are known late are reserved and filled in.</summary>
public sealed class WireWriter
{
    private byte[] _bytes = new byte[256];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public WireWriter U8(int value)
    {
        Span(1)[0] = checked((byte)value);
        return this;
    }

    public WireWriter U16(int value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(Span(2), checked((ushort)value));
        return this;
    }

    public WireWriter U24(int value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 0xFF_FFFF);
        var span = Span(3);
        (span[0], span[1], span[2]) = ((byte)(value >> 16), (byte)(value >> 8), (byte)value);
        return this;
    }

    public WireWriter U32(uint value)
    {
        BinaryPrimitives.WriteUInt32BigEndian(Span(4), value);
        return this;
    }

    public WireWriter U64(ulong value)
    {
        BinaryPrimitives.WriteUInt64BigEndian(Span(8), value);
        return this;
    }

    public WireWriter Bytes(ReadOnlySpan<byte> value)
    {
        value.CopyTo(Span(value.Length));
        return this;
    }

    /// <summary>Writes what <paramref name="body"/> writes, preceded by the two bytes of its length.</summary>
    /// <param name="extra">Added to the length written, for formats that count their own header: 4 for a generic payload header's.</param>
    /// <param name="body">Writes the content.</param>
    public WireWriter LengthPrefixed16(Action<WireWriter> body, int extra = 0)
    {
        var before = Length;
        U16(0);
        body(this);
        BinaryPrimitives.WriteUInt16BigEndian(_bytes.AsSpan(before), checked((ushort)(Length - before - sizeof(ushort) + extra)));
        return this;
    }

    public byte[] ToArray() => Written.ToArray();

    private Span<byte> Span(int count)
    {
        if (_bytes.Length - Length < count)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
        Length += count;
        return _bytes.AsSpan(Length - count, count);
    }
}
