using System.Formats.Asn1;
using Aovpn.Diagnosis.Trust.Revocation;

namespace Aovpn.Fuzz.Revocation;

/// <summary>OCSP responses, signed by the authority and by one that it appointed: none is believed that neither signed.</summary>
internal sealed class OcspTarget : IFuzzTarget
{
    private static readonly byte[][] Responses = [RevocationSamples.Bytes("good-by-responder.ocsp"), RevocationSamples.Bytes("revoked-by-authority.ocsp")];
    private static readonly byte[][] Signed = [.. Responses.Select(response => RevocationSamples.Signed(Basic(response)))];

    public string Name => "ocsp";

    public int MaxLength => 4096;

    public IEnumerable<byte[]> Seeds() => Responses;

    public IReadOnlyList<Range> Focus(byte[] input) => DerMutation.Contents(input);

    public byte[]? Mutate(byte[] input, Random random) => DerMutation.Of(input, random);

    public byte[] Repair(byte[] input, Random random) => DerMutation.Repaired(input);

    public bool Run(byte[] input) => RevocationSamples.Run(input, OcspExchange.Judge, Signed);

    private static byte[] Basic(byte[] response)
    {
        var outer = new AsnReader(response, AsnEncodingRules.DER).ReadSequence();
        outer.ReadEnumeratedBytes();
        var bytes = outer.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence();
        bytes.ReadObjectIdentifier();
        return bytes.ReadOctetString();
    }
}
