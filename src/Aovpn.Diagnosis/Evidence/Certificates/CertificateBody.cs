using System.Formats.Asn1;

namespace Aovpn.Diagnosis.Evidence.Certificates;

/// <summary>
/// The members of a certificate where they lie in its encoding (RFC 5280 section 4.1). The platform makes a key of each certificate that it opens, which
/// takes longer than all else that is asked of one.
/// </summary>
/// <param name="Encoded">The certificate without what may follow it.</param>
/// <param name="Serial">As it stands there, most significant byte first.</param>
/// <param name="Issuer">A Name, encoded.</param>
/// <param name="Subject">A Name, encoded.</param>
/// <param name="Key">SubjectPublicKeyInfo, encoded.</param>
/// <param name="SignatureAlgorithm">Object identifier.</param>
/// <param name="Extensions">Values by object identifier.</param>
internal sealed record CertificateBody(
    ReadOnlyMemory<byte> Encoded, ReadOnlyMemory<byte> Serial, ReadOnlyMemory<byte> Issuer, DateTimeOffset NotBefore, DateTimeOffset NotAfter, ReadOnlyMemory<byte> Subject,
    ReadOnlyMemory<byte> Key, string SignatureAlgorithm, IReadOnlyDictionary<string, byte[]> Extensions)
{
    private static readonly Asn1Tag Version = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag ExtensionList = new(TagClass.ContextSpecific, 3);

    /// <param name="encoded">Begins with a certificate, in DER or BER.</param>
    /// <exception cref="AsnContentException">It is none.</exception>
    public static CertificateBody Read(ReadOnlyMemory<byte> encoded)
    {
        var outer = new AsnReader(encoded, AsnEncodingRules.BER);
        encoded = outer.PeekEncodedValue();
        var certificate = outer.ReadSequence();
        var body = certificate.ReadSequence();
        var algorithm = certificate.ReadSequence().ReadObjectIdentifier();

        if (body.PeekTag().HasSameClassAndValue(Version))
            body.ReadEncodedValue();
        var serial = body.PeekContentBytes();
        body.ReadEncodedValue();
        body.ReadSequence();
        var issuer = body.ReadEncodedValue();
        var validity = body.ReadSequence();
        var (begins, ends) = (Time(validity), Time(validity));
        var subject = body.ReadEncodedValue();
        return new(encoded, serial, issuer, begins, ends, subject, body.ReadEncodedValue(), algorithm, ExtensionsOf(body));
    }

    /// <summary>UTCTime before 2050, GeneralizedTime from then on (RFC 5280 section 4.1.2.5).</summary>
    private static DateTimeOffset Time(AsnReader validity) =>
        validity.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime) ? validity.ReadUtcTime() : validity.ReadGeneralizedTime();

    private static Dictionary<string, byte[]> ExtensionsOf(AsnReader rest)
    {
        var found = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        while (rest.HasData && !rest.PeekTag().HasSameClassAndValue(ExtensionList))
            rest.ReadEncodedValue();
        if (!rest.HasData)
            return found;

        for (var list = rest.ReadSequence(ExtensionList).ReadSequence(); list.HasData;)
        {
            var extension = list.ReadSequence();
            var name = extension.ReadObjectIdentifier();
            if (extension.PeekTag().HasSameClassAndValue(Asn1Tag.Boolean))
                extension.ReadBoolean();
            found.TryAdd(name, extension.ReadOctetString());
        }

        return found;
    }
}
