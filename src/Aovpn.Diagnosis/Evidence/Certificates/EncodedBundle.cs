using System.Collections.Immutable;
using System.Formats.Asn1;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Certificates;

/// <summary>Certificates of a PKCS #7 bundle (.p7b): SignedData, RFC 2315 section 9, of which only the certificates are of interest.</summary>
internal static class EncodedBundle
{
    public const string SignedData = "1.2.840.113549.1.7.2";

    /// <returns>One observation for each certificate, or one Unreadable.</returns>
    public static ImmutableArray<Observation> Read(Citation source, Host about, ReadOnlyMemory<byte> encoded)
    {
        var seen = ImmutableArray.CreateBuilder<Observation>();
        try
        {
            foreach (var member in Members(encoded))
            {
                seen.Add(EncodedCertificate.Read(source, member.Span) is { } certificate
                    ? new CertificateSeen(source, about, null, CertificateUse.File, certificate)
                    : new Unreadable(source, Message.Of($"member {seen.Count + 1} of the PKCS #7 bundle is no X.509 certificate that the platform accepts; the other members were read; export it alone as a .CER file")));
            }
        }
        catch (AsnContentException)
        {
            seen.Add(new Unreadable(source, Message.Of($"the PKCS #7 bundle breaks off or is damaged; {seen.Count} of its certificates were read before that; export the .P7B file again")));
        }

        return seen.ToImmutable();
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Members(ReadOnlyMemory<byte> encoded)
    {
        var content = new AsnReader(encoded, AsnEncodingRules.BER).ReadSequence();
        if (content.ReadObjectIdentifier() != SignedData)
            yield break;
        var signed = content.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence();
        signed.ReadInteger();
        signed.ReadSetOf();
        signed.ReadSequence();
        var certificates = new Asn1Tag(TagClass.ContextSpecific, 0);
        if (!signed.HasData || !signed.PeekTag().HasSameClassAndValue(certificates))
            yield break;

        var members = signed.ReadSetOf(certificates);
        while (members.HasData)
        {
            // Other choices (attribute certificates) carry context-specific tags.
            var isCertificate = members.PeekTag().TagClass is TagClass.Universal;
            var member = members.ReadEncodedValue();
            if (isCertificate)
                yield return member;
        }
    }
}
