using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike.V1;

/// <summary>Proposals of main mode's first message, or the transform chosen in its answer; RFC 2408 §3.4 - §3.6, one proposal as main mode has it.</summary>
/// <param name="Transforms">In the order of preference.</param>
public sealed record IkeV1SecurityAssociationPayload(ImmutableArray<IkeV1Transform> Transforms) : IkeV1Payload
{
    private const byte ProtocolIsakmp = 1;

    public override IkeV1PayloadType Type => IkeV1PayloadType.SecurityAssociation;

    /// <exception cref="MalformedException">The body ends inside a field, or a length contradicts another.</exception>
    public static IkeV1SecurityAssociationPayload Decode(ref WireReader body)
    {
        var proposal = IkeV1Proposal.Open(ref body, out _);
        var transforms = ImmutableArray.CreateBuilder<IkeV1Transform>();
        while (!proposal.AtEnd)
            transforms.Add(IkeV1Transform.Decode(ref proposal));

        return new(transforms.ToImmutable());
    }

    public override void Encode(WireWriter body) =>
        IkeV1Proposal.Write(body, ProtocolIsakmp, [], Transforms.Length, (proposal, i) => Transforms[i].Encode(proposal, number: i + 1));
}
