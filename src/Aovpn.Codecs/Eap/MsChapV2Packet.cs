using System.Collections.Immutable;
using System.Text;

namespace Aovpn.Codecs.Eap;

/// <summary>Type-Data of EAP-MSCHAPv2, draft-kamath-pppext-eap-mschapv2 section 2. A closed set.</summary>
/// <remarks>
/// <code>
/// |    OpCode     |  MS-CHAPv2-ID |           MS-Length           |  Data ...
/// </code>
/// </remarks>
public abstract record MsChapV2Packet
{
    private const int ChallengeLength = 16;
    private const int NtResponseLength = 24;
    private const int ResponseLength = 49;
    private const int HeaderLength = 4;

    private MsChapV2Packet()
    {
    }

    /// <summary>The server's challenge.</summary>
    /// <param name="Value">16 bytes.</param>
    /// <param name="Name">The server's name.</param>
    public sealed record Challenge(byte Id, ImmutableArray<byte> Value, string Name) : MsChapV2Packet;

    /// <summary>The peer's answer.</summary>
    /// <param name="PeerChallenge">16 bytes.</param>
    /// <param name="NtResponse">24 bytes, from which the password can be guessed offline.</param>
    public sealed record Response(byte Id, ImmutableArray<byte> PeerChallenge, ImmutableArray<byte> NtResponse, string Name) : MsChapV2Packet;

    /// <summary>The server knows the password too: <c>S=</c> 40 hexadecimal digits <c>M=</c> text.</summary>
    public sealed record Success(byte Id, string Message) : MsChapV2Packet;

    /// <summary>Refused: <c>E= R= C= V= M=</c>.</summary>
    public sealed record Failure(byte Id, string Message) : MsChapV2Packet;

    /// <summary>Bare OpCode: how a peer acknowledges Success and Failure. What else has no data is kept too.</summary>
    public sealed record Acknowledgement(MsChapV2OpCode OpCode) : MsChapV2Packet;

    /// <summary>An OpCode that is not read further.</summary>
    public sealed record Other(MsChapV2OpCode OpCode, ImmutableArray<byte> Data) : MsChapV2Packet;

    /// <exception cref="MalformedException">Ends inside a field, or a length is not the one the draft gives.</exception>
    public static MsChapV2Packet Decode(ReadOnlySpan<byte> data)
    {
        var reader = new WireReader(data);
        var opCode = new MsChapV2OpCode(reader.U8("MsChapV2.OpCode"));
        if (reader.AtEnd)
            return new Acknowledgement(opCode);

        var id = reader.U8("MsChapV2.Id");
        var length = reader.U16("MsChapV2.Length");
        if (length < HeaderLength)
            throw new MalformedException("MsChapV2.Length", 2, $"is {length}, less than the header's 4 bytes");
        var body = reader.Within(length - HeaderLength, "MsChapV2.Data");

        if (opCode == MsChapV2OpCode.Challenge)
            return new Challenge(id, [.. TakeValue(ref body, ChallengeLength)], Encoding.UTF8.GetString(body.Rest()));
        if (opCode == MsChapV2OpCode.Response)
            return DecodeResponse(id, ref body);
        if (opCode == MsChapV2OpCode.Success)
            return new Success(id, Encoding.UTF8.GetString(body.Rest()));
        if (opCode == MsChapV2OpCode.Failure)
            return new Failure(id, Encoding.UTF8.GetString(body.Rest()));
        return new Other(opCode, [.. body.Rest()]);
    }

    public byte[] Encode() => this switch
    {
        Challenge one => Encoded(MsChapV2OpCode.Challenge, one.Id, body => body.U8(ChallengeLength).Bytes(one.Value.AsSpan()).Bytes(Encoding.UTF8.GetBytes(one.Name))),
        Response one => Encoded(MsChapV2OpCode.Response, one.Id, body => body
            .U8(ResponseLength).Bytes(one.PeerChallenge.AsSpan()).U64(0).Bytes(one.NtResponse.AsSpan()).U8(0).Bytes(Encoding.UTF8.GetBytes(one.Name))),
        Success one => Encoded(MsChapV2OpCode.Success, one.Id, body => body.Bytes(Encoding.UTF8.GetBytes(one.Message))),
        Failure one => Encoded(MsChapV2OpCode.Failure, one.Id, body => body.Bytes(Encoding.UTF8.GetBytes(one.Message))),
        Acknowledgement one => [one.OpCode.Value],
        Other one => Encoded(one.OpCode, 0, body => body.Bytes(one.Data.AsSpan())),
        _ => throw new InvalidOperationException("a closed set"),
    };

    private static Response DecodeResponse(byte id, ref WireReader body)
    {
        var value = TakeValue(ref body, ResponseLength);
        var name = Encoding.UTF8.GetString(body.Rest());
        return new(id, [.. value[..ChallengeLength]], [.. value.Slice(ChallengeLength + 8, NtResponseLength)], name);
    }

    private static ReadOnlySpan<byte> TakeValue(ref WireReader body, int expected)
    {
        var size = body.U8("MsChapV2.ValueSize");
        if (size != expected)
            throw body.Malformed("MsChapV2.ValueSize", $"is {size}, not {expected}");
        return body.Take(size, "MsChapV2.Value");
    }

    private static byte[] Encoded(MsChapV2OpCode opCode, byte id, Action<WireWriter> body) =>
        new WireWriter().U8(opCode.Value).U8(id).LengthPrefixed16(body, extra: HeaderLength).ToArray();
}
