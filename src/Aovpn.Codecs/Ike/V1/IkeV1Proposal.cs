namespace Aovpn.Codecs.Ike.V1;

/// <summary>The SA payload of both phases around its transforms: a situation, and one proposal; RFC 2408 §3.4 and §3.5.</summary>
internal static class IkeV1Proposal
{
    private const uint IpsecDoi = 1, IdentityOnly = 1;
    private const byte MoreFollow = 3;

    /// <returns>The proposal behind its SPI: transforms until its end.</returns>
    /// <exception cref="MalformedException">The body ends inside a field, or a length contradicts another.</exception>
    public static WireReader Open(ref WireReader body, out ReadOnlySpan<byte> spi)
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
        proposal.U8("Proposal.NumTransforms");
        spi = proposal.Take(spiSize, "Proposal.Spi");
        return proposal;
    }

    /// <param name="transform">Writes the transform of an index, numbered from 1.</param>
    public static void Write(WireWriter body, byte protocol, byte[] spi, int transforms, Action<WireWriter, int> transform)
    {
        ArgumentNullException.ThrowIfNull(body);
        body.U32(IpsecDoi).U32(IdentityOnly).U8(0).U8(0).LengthPrefixed16(
            proposal =>
            {
                proposal.U8(1).U8(protocol).U8(spi.Length).U8(transforms).Bytes(spi);
                for (var i = 0; i < transforms; i++)
                    transform(proposal.U8(i + 1 < transforms ? MoreFollow : 0).U8(0), i);
            },
            extra: 4);
    }
}
