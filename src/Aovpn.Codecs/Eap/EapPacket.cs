using System.Collections.Immutable;

namespace Aovpn.Codecs.Eap;

/// <summary>A packet of EAP, RFC 3748 section 4.</summary>
/// <remarks>
/// <code>
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// |     Code      |  Identifier   |            Length             |
/// |     Type      |  Type-Data ...
/// </code>
/// </remarks>
/// <param name="Type">Null for Success and Failure, which have neither type nor data.</param>
/// <param name="Data">Type-Data: what follows the type.</param>
public sealed record EapPacket(EapCode Code, byte Identifier, EapType? Type, ImmutableArray<byte> Data)
{
    private const int HeaderLength = 4;

    public static EapPacket Request(byte identifier, EapType type, ReadOnlySpan<byte> data) => new(EapCode.Request, identifier, type, [.. data]);

    public static EapPacket Response(byte identifier, EapType type, ReadOnlySpan<byte> data) => new(EapCode.Response, identifier, type, [.. data]);

    public static EapPacket Success(byte identifier) => new(EapCode.Success, identifier, null, []);

    public static EapPacket Failure(byte identifier) => new(EapCode.Failure, identifier, null, []);

    /// <summary>Bytes beyond Length are padding of the layer below and ignored (RFC 3748 section 4.1).</summary>
    /// <exception cref="MalformedException">Shorter than its header, or than its Length.</exception>
    public static EapPacket Decode(ReadOnlySpan<byte> message)
    {
        var reader = new WireReader(message);
        var code = new EapCode(reader.U8("Eap.Code"));
        var identifier = reader.U8("Eap.Identifier");
        var length = reader.U16("Eap.Length");
        if (length < HeaderLength)
            throw new MalformedException("Eap.Length", 2, $"is {length}, less than the header's 4 bytes");

        var body = reader.Within(length - HeaderLength, "Eap.Data");
        if (code != EapCode.Request && code != EapCode.Response)
            return new(code, identifier, null, [.. body.Rest()]);
        var type = new EapType(body.U8("Eap.Type"));
        return new(code, identifier, type, [.. body.Rest()]);
    }

    public byte[] Encode()
    {
        var writer = new WireWriter().U8(Code.Value).U8(Identifier).U16(HeaderLength + (Type is null ? 0 : 1) + Data.Length);
        if (Type is { } type)
            writer.U8(type.Value);
        return writer.Bytes(Data.AsSpan()).ToArray();
    }
}
