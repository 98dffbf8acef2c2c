using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike.V1;

/// <summary>Quick mode's SA payload with one proposal of ESP, or the transform chosen in its answer; RFC 2408 §3.4 - §3.6.</summary>
/// <param name="Spi">Chosen by the sender, who will receive with it.</param>
/// <param name="Transforms">In the order of preference.</param>
public sealed record IkeV1EspProposalPayload(uint Spi, ImmutableArray<IkeV1EspTransform> Transforms) : IkeV1Payload
{
    private const byte ProtocolEsp = 3, SpiSize = 4;

    /// <summary>Where the first proposal's protocol stands in the body.</summary>
    private const int ProtocolOffset = 13;

    public override IkeV1PayloadType Type => IkeV1PayloadType.SecurityAssociation;

    /// <summary>Whether the body of an SA payload proposes ESP.</summary>
    public static bool IsEsp(WireReader body) => body.Remaining > ProtocolOffset && body.Rest()[ProtocolOffset] == ProtocolEsp;

    /// <exception cref="MalformedException">The body ends inside a field, or a length contradicts another.</exception>
    public static IkeV1EspProposalPayload Decode(ref WireReader body)
    {
        var proposal = IkeV1Proposal.Open(ref body, out var spi);
        if (spi.Length != SpiSize)
            throw proposal.Malformed("Proposal.SpiSize", $"is {spi.Length}, ESP's has {SpiSize} bytes");

        var transforms = ImmutableArray.CreateBuilder<IkeV1EspTransform>();
        while (!proposal.AtEnd)
            transforms.Add(IkeV1EspTransform.Decode(ref proposal));
        return new(BinaryPrimitives.ReadUInt32BigEndian(spi), transforms.ToImmutable());
    }

    public override void Encode(WireWriter body)
    {
        var spi = new byte[SpiSize];
        BinaryPrimitives.WriteUInt32BigEndian(spi, Spi);
        IkeV1Proposal.Write(body, ProtocolEsp, spi, Transforms.Length, (proposal, i) => Transforms[i].Encode(proposal, number: i + 1));
    }
}
