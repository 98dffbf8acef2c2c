using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike.V1;

/// <summary>Quick mode's SA payload with one proposal of ESP, or the transform chosen in its answer; RFC 2408 §3.4 - §3.6.</summary>
/// <param name="Spi">Chosen by the sender, who will receive with it.</param>
/// <param name="Transforms">In the order of preference.</param>
public sealed record IkeV1EspProposalPayload(uint Spi, ImmutableArray<IkeV1EspTransform> Transforms) : IkeV1Payload
{
    private const uint IpsecDoi = 1, IdentityOnly = 1;
    private const byte ProtocolEsp = 3, SpiSize = 4, MoreFollow = 3;

    /// <summary>Where the first proposal's protocol stands in the body.</summary>
    private const int ProtocolOffset = 13;

    public override IkeV1PayloadType Type => IkeV1PayloadType.SecurityAssociation;

    /// <summary>Whether the body of an SA payload proposes ESP.</summary>
    public static bool IsEsp(WireReader body) => body.Remaining > ProtocolOffset && body.Rest()[ProtocolOffset] == ProtocolEsp;

    /// <exception cref="MalformedException">The body ends inside a field, or a length contradicts another.</exception>
    public static IkeV1EspProposalPayload Decode(ref WireReader body)
    {
        body.U32("SA.Doi");
        body.U32("SA.Situation");
        body.U8("Proposal.NextPayload");
        body.U8("Proposal.Reserved");
        var length = body.U16("Proposal.Length");
        var proposal = body.Within(length - 4, "Proposal.Length");
        proposal.U8("Proposal.Number");
        proposal.U8("Proposal.ProtocolId");
        var spiSize = proposal.U8("Proposal.SpiSize");
        var count = proposal.U8("Proposal.NumTransforms");
        if (spiSize != SpiSize)
            throw proposal.Malformed("Proposal.SpiSize", $"is {spiSize}, ESP's has {SpiSize} bytes");

        var spi = proposal.U32("Proposal.Spi");
        var transforms = ImmutableArray.CreateBuilder<IkeV1EspTransform>(count);
        while (!proposal.AtEnd)
            transforms.Add(IkeV1EspTransform.Decode(ref proposal));
        return new(spi, transforms.ToImmutable());
    }

    public override void Encode(WireWriter body)
    {
        ArgumentNullException.ThrowIfNull(body);
        body.U32(IpsecDoi).U32(IdentityOnly).U8(0).U8(0).LengthPrefixed16(
            proposal =>
            {
                proposal.U8(1).U8(ProtocolEsp).U8(SpiSize).U8(Transforms.Length).U32(Spi);
                for (var i = 0; i < Transforms.Length; i++)
                    Transforms[i].Encode(proposal.U8(i + 1 < Transforms.Length ? MoreFollow : 0).U8(0), number: i + 1);
            },
            extra: 4);
    }
}
