using System.Formats.Asn1;
using System.Security.Cryptography;
using Aovpn.Codecs.Cryptography;
using Aovpn.Diagnosis.Evidence.Certificates;

namespace Aovpn.Diagnosis.Trust.Revocation;

/// <summary>One question of the Online Certificate Status Protocol (RFC 6960) about one certificate, and its answer.</summary>
public static class OcspExchange
{
    private const string Sha1 = "1.3.14.3.2.26", BasicResponse = "1.3.6.1.5.5.7.48.1.1", OcspSigning = "1.3.6.1.5.5.7.3.9";

    private static readonly Asn1Tag Context0 = new(TagClass.ContextSpecific, 0), Context1 = new(TagClass.ContextSpecific, 1);

    /// <summary>An OCSPRequest without nonce and signature, naming the issuer by SHA-1, which every responder knows (RFC 5019 section 2.1.1).</summary>
    /// <param name="certificate">DER.</param>
    /// <param name="issuer">DER of the certificate above it.</param>
    /// <exception cref="AsnContentException">One of them is no certificate.</exception>
    public static byte[] Request(ReadOnlyMemory<byte> certificate, ReadOnlyMemory<byte> issuer)
    {
        var asked = CertificateBody.Read(certificate);
        var key = new AsnReader(CertificateBody.Read(issuer).Key, AsnEncodingRules.DER).ReadSequence();
        key.ReadSequence();
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Sha1);
                writer.WriteNull();
            }

            writer.WriteOctetString(Digests.Sha1(asked.Issuer.Span));
            writer.WriteOctetString(Digests.Sha1(key.ReadBitString(out _)));
            writer.WriteInteger(asked.Serial.Span);
        }

        return writer.Encode();
    }

    /// <param name="response">An OCSPResponse, DER.</param>
    public static RevocationJudgement Judge(ReadOnlyMemory<byte> response, ReadOnlyMemory<byte> certificate, ReadOnlyMemory<byte> issuer, DateTimeOffset now)
    {
        try
        {
            var outer = new AsnReader(response, AsnEncodingRules.DER).ReadSequence();
            var status = outer.ReadEnumeratedBytes().Span;
            if (status is not [0])
                return new(RevocationAnswer.Unknown, Problem: $"the responder gives no answer: {Word(status)}");
            var bytes = outer.ReadSequence(Context0).ReadSequence();
            return bytes.ReadObjectIdentifier() == BasicResponse
                ? JudgeBasic(bytes.ReadOctetString(), CertificateBody.Read(certificate), issuer, now)
                : RevocationJudgement.Malformed("its response is of a kind that nobody uses");
        }
        catch (Exception error) when (error is AsnContentException or CryptographicException)
        {
            return RevocationJudgement.Malformed("it is no OCSP response");
        }
    }

    private static RevocationJudgement JudgeBasic(ReadOnlyMemory<byte> basic, CertificateBody asked, ReadOnlyMemory<byte> issuer, DateTimeOffset now)
    {
        var parts = new AsnReader(basic, AsnEncodingRules.DER).ReadSequence();
        var data = parts.ReadSequence();
        if (data.PeekTag().HasSameClassAndValue(Context0))
            data.ReadEncodedValue();
        data.ReadEncodedValue();
        data.ReadGeneralizedTime();
        for (var responses = data.ReadSequence(); responses.HasData;)
        {
            var one = responses.ReadSequence();
            if (!IsAbout(one.ReadSequence(), asked))
                continue;
            var status = one.PeekTag();
            var said = one.ReadEncodedValue();
            one.ReadGeneralizedTime();
            var next = one.HasData && one.PeekTag().HasSameClassAndValue(Context0) ? one.ReadSequence(Context0).ReadGeneralizedTime() : (DateTimeOffset?)null;
            var revoked = status.HasSameClassAndValue(Context1) ? new AsnReader(said, AsnEncodingRules.DER).ReadSequence(Context1).ReadGeneralizedTime() : (DateTimeOffset?)null;
            var judged = RevocationJudgement.Of(isIssuerKnown: true, IsSigned(basic, parts, issuer), next, revoked, now);
            return judged.Answer is RevocationAnswer.Forged || revoked is not null || status.HasSameClassAndValue(Context0)
                ? judged
                : judged with { Answer = RevocationAnswer.Unknown, Problem = "the responder does not know the certificate" };
        }

        return RevocationJudgement.Malformed("it is about another certificate");
    }

    private static bool IsAbout(AsnReader id, CertificateBody asked)
    {
        id.ReadSequence();
        id.ReadOctetString();
        id.ReadOctetString();
        return id.ReadIntegerBytes().Span.SequenceEqual(asked.Serial.Span);
    }

    /// <summary>By the issuer itself, or by one to whom it gave the right (RFC 6960 section 4.2.2.2).</summary>
    /// <param name="parts">Of the response, behind its data.</param>
    /// <returns>Null for an algorithm that is not known here.</returns>
    private static bool? IsSigned(ReadOnlyMemory<byte> basic, AsnReader parts, ReadOnlyMemory<byte> issuer)
    {
        var key = CertificateBody.Read(issuer).Key.Span;
        var byIssuer = SignatureCheck.IsMadeBy(basic, key);
        parts.ReadSequence();
        parts.ReadBitString(out _);
        if (byIssuer is true || !parts.HasData)
            return byIssuer;
        var encoded = parts.ReadSequence(Context0).ReadSequence().ReadEncodedValue();
        var delegated = CertificateBody.Read(encoded);
        return EncodedCertificate.Purposes(delegated).Contains(OcspSigning) && SignatureCheck.IsMadeBy(encoded, key) is true
            ? SignatureCheck.IsMadeBy(basic, delegated.Key.Span)
            : false;
    }

    private static string Word(ReadOnlySpan<byte> status) => status switch
    {
        [1] => "malformed request",
        [2] => "internal error",
        [3] => "try later",
        [5] => "signature required",
        [6] => "unauthorized",
        _ => "status not known",
    };
}
