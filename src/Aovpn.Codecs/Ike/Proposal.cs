using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike;

/// <summary>One proposal: transforms of several types, of which the responder chooses one each.</summary>
/// <remarks>
/// RFC 7296 §3.3.1:
/// <code>
/// | Last Substruc |   RESERVED    |         Proposal Length       |
/// | Proposal Num  |  Protocol ID  |    SPI Size   |Num  Transforms|
/// ~                        SPI (variable)                         ~
/// ~                        &lt;Transforms&gt;                           ~
/// </code>
/// </remarks>
/// <param name="Number">1 for the first; the answer repeats the number of the proposal it took.</param>
/// <param name="Spi">Empty for an initial IKE SA, 8 bytes for a rekeyed one, 4 for ESP.</param>
public sealed record Proposal(byte Number, IkeProtocol Protocol, ImmutableArray<byte> Spi, ImmutableArray<Transform> Transforms)
{
    private const byte MoreFollow = 2;
    private const int HeaderSize = 8;

    /// <summary>The transforms of one type, in the order of preference.</summary>
    public IEnumerable<Transform> Of(TransformType type) => Transforms.Where(transform => transform.Type == type);

    /// <exception cref="MalformedException">The body ends inside a field, or a length contradicts another.</exception>
    public static Proposal Decode(ref WireReader body)
    {
        body.U8("Proposal.LastSubstruc");
        body.U8("Proposal.Reserved");
        var length = body.U16("Proposal.Length");
        if (length < HeaderSize)
            throw body.Malformed("Proposal.Length", $"is {length}, less than the {HeaderSize} bytes before the SPI");

        var inside = body.Within(length - 4, "Proposal.Length");
        var number = inside.U8("Proposal.Number");
        var protocol = new IkeProtocol(inside.U8("Proposal.ProtocolId"));
        var spiSize = inside.U8("Proposal.SpiSize");
        var count = inside.U8("Proposal.NumTransforms");
        var spi = inside.Take(spiSize, "Proposal.Spi").ToArray();

        var transforms = ImmutableArray.CreateBuilder<Transform>(count);
        while (!inside.AtEnd)
            transforms.Add(Transform.Decode(ref inside));

        if (transforms.Count != count)
            throw inside.Malformed("Proposal.NumTransforms", $"is {count}, the proposal holds {transforms.Count}");

        return new(number, protocol, [.. spi], transforms.ToImmutable());
    }

    public void Encode(WireWriter body, bool isLast)
    {
        body.U8(isLast ? 0 : MoreFollow).U8(0).LengthPrefixed16(
            inside =>
            {
                inside.U8(Number).U8(Protocol.Value).U8(Spi.Length).U8(Transforms.Length).Bytes(Spi.AsSpan());
                for (var i = 0; i < Transforms.Length; i++)
                    Transforms[i].Encode(inside, isLast: i == Transforms.Length - 1);
            },
            extra: 4);
    }
}
