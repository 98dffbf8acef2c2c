using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Text;
using Aovpn.Diagnosis.Evidence.Certificates;

namespace Aovpn.Diagnosis.Trust.Revocation;

/// <summary>Reads a certificate revocation list (RFC 5280 section 5.1) for what it says of one certificate. Entries are looked through, not kept: lists have millions.</summary>
public static class RevocationList
{
    private const string Label = "X509 CRL";

    /// <param name="list">DER, or PEM as some authorities publish it.</param>
    /// <param name="certificate">DER.</param>
    /// <param name="issuer">DER of the certificate above it; empty where it is not known.</param>
    public static RevocationJudgement Judge(ReadOnlyMemory<byte> list, ReadOnlyMemory<byte> certificate, ReadOnlyMemory<byte> issuer, DateTimeOffset now)
    {
        try
        {
            return JudgeBytes(Der(list), CertificateBody.Read(certificate), issuer, now);
        }
        catch (Exception error) when (error is AsnContentException or CryptographicException or FormatException)
        {
            return RevocationJudgement.Malformed("it is no certificate revocation list");
        }
    }

    private static RevocationJudgement JudgeBytes(ReadOnlyMemory<byte> list, CertificateBody certificate, ReadOnlyMemory<byte> issuer, DateTimeOffset now)
    {
        var body = new AsnReader(list, AsnEncodingRules.DER).ReadSequence().ReadSequence();
        if (body.PeekTag().HasSameClassAndValue(Asn1Tag.Integer))
            body.ReadInteger();
        body.ReadSequence();
        var author = body.ReadEncodedValue();
        if (!author.Span.SequenceEqual(certificate.Issuer.Span))
            return RevocationJudgement.Malformed($"it is the list of {EncodedName.Of(author)}, who did not issue the certificate");

        Time(body);
        var next = body.HasData && IsTime(body) ? Time(body) : (DateTimeOffset?)null;
        var revoked = body.HasData && body.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence) ? Revoked(body.ReadSequence(), certificate.Serial) : null;
        return RevocationJudgement.Of(!issuer.IsEmpty, issuer.IsEmpty ? null : SignatureCheck.IsMadeBy(list, CertificateBody.Read(issuer).Key.Span), next, revoked, now);
    }

    private static DateTimeOffset? Revoked(AsnReader entries, ReadOnlyMemory<byte> serial)
    {
        while (entries.HasData)
        {
            var entry = entries.ReadSequence();
            if (entry.ReadIntegerBytes().Span.SequenceEqual(serial.Span))
                return Time(entry);
        }

        return null;
    }

    private static bool IsTime(AsnReader body) => body.PeekTag() is var tag && (tag.HasSameClassAndValue(Asn1Tag.UtcTime) || tag.HasSameClassAndValue(Asn1Tag.GeneralizedTime));

    private static DateTimeOffset Time(AsnReader body) => body.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime) ? body.ReadUtcTime() : body.ReadGeneralizedTime();

    private static ReadOnlyMemory<byte> Der(ReadOnlyMemory<byte> list)
    {
        if (!list.Span.StartsWith("-----BEGIN "u8))
            return list;
        var text = Encoding.ASCII.GetString(list.Span);
        var fields = PemEncoding.Find(text);
        return text[fields.Label] == Label ? Convert.FromBase64String(text[fields.Base64Data]) : throw new FormatException();
    }
}
