using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike.V1;

/// <summary>Says which associations are no more, RFC 2408 §3.15.</summary>
/// <param name="Protocol">1 ISAKMP, whose SPI is both cookies; 3 ESP.</param>
/// <param name="SpiSize">Bytes of each SPI.</param>
/// <param name="Spis">One after the other.</param>
public sealed record IkeV1DeletePayload(byte Protocol, byte SpiSize, ImmutableArray<byte> Spis) : IkeV1Payload
{
    private const uint IpsecDoi = 1;

    public override IkeV1PayloadType Type => IkeV1PayloadType.Delete;

    /// <exception cref="MalformedException">The body ends inside a field, or its count and lengths contradict each other.</exception>
    public static IkeV1DeletePayload Decode(ref WireReader body)
    {
        body.U32("Delete.Doi");
        var (protocol, size, count) = (body.U8("Delete.ProtocolId"), body.U8("Delete.SpiSize"), body.U16("Delete.NumSpis"));
        return new(protocol, size, [.. body.Take(size * count, "Delete.Spis")]);
    }

    public override void Encode(WireWriter body)
    {
        ArgumentNullException.ThrowIfNull(body);
        body.U32(IpsecDoi).U8(Protocol).U8(SpiSize).U16(SpiSize == 0 ? 0 : Spis.Length / SpiSize).Bytes(Spis.AsSpan());
    }
}
