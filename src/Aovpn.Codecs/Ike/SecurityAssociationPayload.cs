using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike;

/// <summary>Proposals for the algorithms of an SA; in an answer, the one chosen. RFC 7296 §3.3.</summary>
public sealed record SecurityAssociationPayload(ImmutableArray<Proposal> Proposals) : IkePayload
{
    public override PayloadType Type => PayloadType.SecurityAssociation;

    /// <exception cref="MalformedException">The body ends inside a field, or a length contradicts another.</exception>
    public static SecurityAssociationPayload Decode(ref WireReader body)
    {
        var proposals = ImmutableArray.CreateBuilder<Proposal>();
        while (!body.AtEnd)
            proposals.Add(Proposal.Decode(ref body));

        return new(proposals.ToImmutable());
    }

    public override void Encode(WireWriter body)
    {
        for (var i = 0; i < Proposals.Length; i++)
            Proposals[i].Encode(body, isLast: i == Proposals.Length - 1);
    }
}
