using System.Buffers.Binary;

namespace Aovpn.Codecs;

/// <summary>Reads a message in network byte order, field by field; each read names its field, so that a failure can.</summary>
public ref struct WireReader
{
    private readonly ReadOnlySpan<byte> _message;
    private readonly int _start;

    public WireReader(ReadOnlySpan<byte> message)
        : this(message, 0)
    {
    }

    private WireReader(ReadOnlySpan<byte> message, int start)
    {
        _message = message;
        _start = start;
    }

    /// <summary>Bytes read so far, counted from the beginning of the outermost message.</summary>
    public int Offset { get; private set; }

    /// <summary>Bytes not read yet.</summary>
    public readonly int Remaining => _message.Length - (Offset - _start);

    public readonly bool AtEnd => Remaining == 0;

    /// <exception cref="MalformedException">No byte is left.</exception>
    public byte U8(string field) => Take(1, field)[0];

    /// <exception cref="MalformedException">Fewer than two bytes are left.</exception>
    public ushort U16(string field) => BinaryPrimitives.ReadUInt16BigEndian(Take(2, field));

    /// <exception cref="MalformedException">Fewer than three bytes are left.</exception>
    public int U24(string field)
    {
        var bytes = Take(3, field);
        return (bytes[0] << 16) | (bytes[1] << 8) | bytes[2];
    }

    /// <exception cref="MalformedException">Fewer than four bytes are left.</exception>
    public uint U32(string field) => BinaryPrimitives.ReadUInt32BigEndian(Take(4, field));

    /// <exception cref="MalformedException">Fewer than eight bytes are left.</exception>
    public ulong U64(string field) => BinaryPrimitives.ReadUInt64BigEndian(Take(8, field));

    /// <exception cref="MalformedException">Fewer than <paramref name="count"/> bytes are left, or it is negative.</exception>
    public ReadOnlySpan<byte> Take(int count, string field)
    {
        if (count < 0 || count > Remaining)
            throw Malformed(field, $"needs {count} bytes, {Remaining} left");

        var taken = _message.Slice(Offset - _start, count);
        Offset += count;
        return taken;
    }

    /// <summary>A reader of the next bytes alone, whose offsets still count from the outermost message.</summary>
    /// <exception cref="MalformedException">Fewer than <paramref name="count"/> bytes are left, or it is negative.</exception>
    public WireReader Within(int count, string field)
    {
        var start = Offset;
        return new WireReader(Take(count, field), start) { Offset = start };
    }

    /// <summary>Everything that is left.</summary>
    public ReadOnlySpan<byte> Rest() => Take(Remaining, "rest");

    /// <summary>The next byte without reading it.</summary>
    /// <exception cref="MalformedException">No byte is left.</exception>
    public readonly byte Peek(string field) =>
        Remaining > 0 ? _message[Offset - _start] : throw Malformed(field, "needs 1 bytes, 0 left");

    /// <summary>The exception for a field at the present place.</summary>
    public readonly MalformedException Malformed(string field, string problem) => new(field, Offset, problem);
}
