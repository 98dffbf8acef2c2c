using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike.V1;

/// <summary>Proposals of main mode's first message, or the transform chosen in its answer; RFC 2408 §3.4 - §3.6, one proposal as main mode has it.</summary>
/// <param name="Transforms">In the order of preference.</param>
public sealed record IkeV1SecurityAssociationPayload(ImmutableArray<IkeV1Transform> Transforms) : IkeV1Payload
{
    private const uint IpsecDoi = 1, IdentityOnly = 1;
    private const byte ProtocolIsakmp = 1, MoreFollow = 3;

    public override IkeV1PayloadType Type => IkeV1PayloadType.SecurityAssociation;

    /// <exception cref="MalformedException">The body ends inside a field, or a length contradicts another.</exception>
    public static IkeV1SecurityAssociationPayload Decode(ref WireReader body)
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
        proposal.Take(spiSize, "Proposal.Spi");

        var transforms = ImmutableArray.CreateBuilder<IkeV1Transform>(count);
        while (!proposal.AtEnd)
            transforms.Add(IkeV1Transform.Decode(ref proposal));

        return new(transforms.ToImmutable());
    }

    public override void Encode(WireWriter body) => body
        .U32(IpsecDoi).U32(IdentityOnly).U8(0).U8(0).LengthPrefixed16(
            proposal =>
            {
                proposal.U8(1).U8(ProtocolIsakmp).U8(0).U8(Transforms.Length);
                for (var i = 0; i < Transforms.Length; i++)
                    Transforms[i].Encode(proposal.U8(i + 1 < Transforms.Length ? MoreFollow : 0).U8(0), number: i + 1);
            },
            extra: 4);
}
