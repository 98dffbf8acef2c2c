using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace Aovpn.Codecs.Pptp;

/// <summary>A message of PPTP's control connection on TCP 1723, RFC 2637 section 2.</summary>
/// <param name="Body">What follows Reserved0.</param>
public sealed record PptpMessage(PptpMessageType Type, ImmutableArray<byte> Body)
{
    public const int Header = 12, Port = 1723;

    private const uint MagicCookie = 0x1A2B_3C4D;

    private const int ControlMessage = 1, NameLength = 64;

    /// <summary>Result Code of a reply: 1 is success (sections 2.2 and 2.8); null for messages without one.</summary>
    public byte? Result => (Type.Value, Body.Length) switch
    {
        (2, >= 3) => Body[2],
        (8, >= 5) => Body[4],
        _ => null,
    };

    /// <summary>Error Code of a reply, section 2.16; null for messages without one.</summary>
    public byte? Error => (Type.Value, Body.Length) switch
    {
        (2, >= 4) => Body[3],
        (8, >= 6) => Body[5],
        _ => null,
    };

    /// <summary>Vendor String of the two messages that start a control connection.</summary>
    public string? Vendor => Type.Value is 1 or 2 && Body.Length >= 16 + (2 * NameLength)
        ? Encoding.ASCII.GetString(Body.AsSpan(16 + NameLength, NameLength)).TrimEnd('\0')
        : null;

    /// <summary>Call ID of an Outgoing-Call message; null for others.</summary>
    public ushort? CallId => Type.Value is 7 or 8 && Body.Length >= 2 ? BinaryPrimitives.ReadUInt16BigEndian(Body.AsSpan()) : null;

    /// <returns>How long the message at the beginning is; null while its length is not there yet.</returns>
    public static int? LengthOf(ReadOnlySpan<byte> stream) => stream.Length < 2 ? null : BinaryPrimitives.ReadUInt16BigEndian(stream);

    /// <exception cref="MalformedException">Not a control message, another cookie, or an end inside a field.</exception>
    public static PptpMessage Decode(ReadOnlySpan<byte> message)
    {
        var reader = new WireReader(message);
        int length = reader.U16("PPTP.Length");
        int kind = reader.U16("PPTP.MessageType");
        if (kind != ControlMessage)
            throw reader.Malformed("PPTP.MessageType", $"is {kind}, not 1 for a control message");
        var cookie = reader.U32("PPTP.MagicCookie");
        if (cookie != MagicCookie)
            throw reader.Malformed("PPTP.MagicCookie", $"is 0x{cookie:X8}, not 0x1A2B3C4D");
        var type = new PptpMessageType(reader.U16("PPTP.ControlMessageType"));
        reader.U16("PPTP.Reserved0");
        return new(type, [.. reader.Take(length - Header, "PPTP.Body")]);
    }

    public byte[] Encode() => new WireWriter()
        .U16(Body.Length + Header).U16(ControlMessage).U32(MagicCookie).U16(Type.Value).U16(0).Bytes(Body.AsSpan()).ToArray();

    /// <summary>Start-Control-Connection-Request, section 2.1: version 1.0, both kinds of framing and bearer.</summary>
    public static PptpMessage StartRequest(string host, string vendor)
    {
        var body = new WireWriter().U16(0x0100).U16(0).U32(3).U32(3).U16(0).U16(0);
        return new(PptpMessageType.StartControlConnectionRequest, [.. body.Bytes(Name(host)).Bytes(Name(vendor)).Written]);
    }

    /// <summary>Outgoing-Call-Request, section 2.7: as a client asks for its tunnel.</summary>
    public static PptpMessage CallRequest(ushort callId) => new(PptpMessageType.OutgoingCallRequest,
    [
        .. new WireWriter().U16(callId).U16(1).U32(300).U32(100_000_000).U32(3).U32(3).U16(64).U16(0).U16(0).U16(0).Bytes(new byte[2 * NameLength]).Written,
    ]);

    private static byte[] Name(string text)
    {
        var name = new byte[NameLength];
        Encoding.ASCII.GetBytes(text.AsSpan(0, Math.Min(text.Length, NameLength)), name);
        return name;
    }
}
