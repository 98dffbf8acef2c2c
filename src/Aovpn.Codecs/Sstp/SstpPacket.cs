using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Aovpn.Codecs.Sstp;

/// <summary>
/// A packet of SSTP 1.0 inside TLS, [MS-SSTP] sections 2.2.1 to 2.2.4: four bytes of header (version 0x10, the C bit, twelve bits of
/// length), then a control message with attributes, or a PPP frame.
/// </summary>
/// <param name="Message">Null for a data packet.</param>
/// <param name="Attributes">Of a control packet.</param>
/// <param name="Data">The PPP frame of a data packet.</param>
public sealed record SstpPacket(SstpMessageType? Message, ImmutableArray<SstpAttribute> Attributes, ImmutableArray<byte> Data)
{
    public const int Header = 4, Longest = 4095;

    private const byte Version = 0x10;

    public static SstpPacket Control(SstpMessageType message, params ImmutableArray<SstpAttribute> attributes) => new(message, attributes, []);

    public static SstpPacket Ppp(ReadOnlySpan<byte> frame) => new(null, [], [.. frame]);

    /// <returns>How long the packet at the beginning is, header included; null while its header is not there yet.</returns>
    public static int? LengthOf(ReadOnlySpan<byte> stream) => stream.Length < Header ? null : BinaryPrimitives.ReadUInt16BigEndian(stream[2..]) & 0x0FFF;

    /// <summary>Whether the stream goes on with a packet of the one version there is.</summary>
    public static bool IsVersion1(ReadOnlySpan<byte> stream) => stream is [Version, ..];

    /// <exception cref="MalformedException">Not version 1.0, or an end inside a field.</exception>
    public static SstpPacket Decode(ReadOnlySpan<byte> packet)
    {
        var reader = new WireReader(packet);
        var version = reader.U8("SSTP.Version");
        if (version != Version)
            throw reader.Malformed("SSTP.Version", $"is 0x{version:X2}, not 0x10");
        var control = (reader.U8("SSTP.C") & 1) == 1;
        var length = reader.U16("SSTP.LengthPacket") & 0x0FFF;
        if (length < Header)
            throw reader.Malformed("SSTP.LengthPacket", $"is {length}, less than the header's 4");
        var body = reader.Within(length - Header, "SSTP.Body");
        if (!control)
            return new(null, [], [.. body.Rest()]);

        var message = new SstpMessageType(body.U16("SSTP.MessageType"));
        int count = body.U16("SSTP.NumAttributes");
        var attributes = ImmutableArray.CreateBuilder<SstpAttribute>();
        for (var i = 0; i < count; i++)
        {
            body.U8("SSTP.Attribute.Reserved");
            var id = body.U8("SSTP.Attribute.ID");
            var size = body.U16("SSTP.Attribute.LengthPacket") & 0x0FFF;
            if (size < Header)
                throw body.Malformed("SSTP.Attribute.LengthPacket", $"is {size}, less than the header's 4");
            attributes.Add(new(id, [.. body.Take(size - Header, "SSTP.Attribute.Value")]));
        }

        return new(message, attributes.ToImmutable(), []);
    }

    public byte[] Encode()
    {
        var body = new WireWriter();
        if (Message is { } message)
        {
            body.U16(message.Value).U16(Attributes.Length);
            foreach (var attribute in Attributes)
                body.U8(0).U8(attribute.Id).U16(attribute.Value.Length + Header).Bytes(attribute.Value.AsSpan());
        }
        else
        {
            body.Bytes(Data.AsSpan());
        }

        return new WireWriter().U8(Version).U8(Message is null ? 0 : 1).U16(body.Length + Header).Bytes(body.Written).ToArray();
    }
}
