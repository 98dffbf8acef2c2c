using System.Collections.Immutable;
using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography;
using Aovpn.Codecs.Cryptography;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Certificates;

/// <summary>Reads a certificate from its DER bytes. Nothing of a private key is ever taken.</summary>
public static class EncodedCertificate
{
    private const string SubjectAlternativeName = "2.5.29.17";
    private const string BasicConstraints = "2.5.29.19";
    private const string EnhancedKeyUsage = "2.5.29.37";
    private const string RevocationPoints = "2.5.29.31";
    private const string AuthorityInformation = "1.3.6.1.5.5.7.1.1";
    private const string OcspMethod = "1.3.6.1.5.5.7.48.1";
    private const string SecurityIdentifier = "1.3.6.1.4.1.311.25.2";
    private const string TemplateName = "1.3.6.1.4.1.311.20.2";
    private const string TemplateInformation = "1.3.6.1.4.1.311.21.7";
    private const string UserPrincipalName = "1.3.6.1.4.1.311.20.2.3";

    /// <returns>The certificate; null when the bytes are none.</returns>
    public static Certificate? Read(Citation source, ReadOnlySpan<byte> encoded)
    {
        try
        {
            return Read(source, CertificateBody.Read(encoded.ToArray()));
        }
        catch (Exception error) when (error is CryptographicException or AsnContentException)
        {
            return null;
        }
    }

    private static Certificate Read(Citation source, CertificateBody certificate)
    {
        var names = AlternativeNames(certificate);
        var key = new AsnReader(certificate.Key, AsnEncodingRules.BER).ReadSequence().ReadSequence().ReadObjectIdentifier();
        return new(
            source, EncodedName.Of(certificate.Subject), EncodedName.Of(certificate.Issuer), Convert.ToHexStringLower(certificate.Serial.Span), Thumbprint(certificate.Encoded.Span),
            Date(certificate.NotBefore), Date(certificate.NotAfter), Purposes(certificate), [.. names.Dns], null)
        {
            AddressNames = [.. names.Addresses],
            PrincipalNames = [.. names.Principals],
            Template = Template(certificate),
            SignatureAlgorithm = Spoken(certificate.SignatureAlgorithm),
            KeyAlgorithm = Spoken(key),
            KeyBits = KeyLength.Bits(certificate.Key),
            IsCertificationAuthority = IsCertificationAuthority(certificate),
            HasSecurityIdentifier = certificate.Extensions.ContainsKey(SecurityIdentifier) || NamesSecurityIdentifier(certificate),
            RevocationUrls = RevocationUrls(certificate),
            OcspUrls = OcspUrls(certificate),
            Encoded = [.. certificate.Encoded.Span],
        };
    }

    /// <summary>Windows names a certificate by its SHA-1.</summary>
    private static string Thumbprint(ReadOnlySpan<byte> encoded) => Convert.ToHexStringLower(Digests.Sha1(encoded));

    private static string Spoken(string algorithm) => new Oid(algorithm, null).FriendlyName ?? algorithm;

    private static bool NamesSecurityIdentifier(CertificateBody certificate) =>
        certificate.Extensions.TryGetValue(SubjectAlternativeName, out var names) && names.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(Certificate.SecurityIdentifierUri)) >= 0;

    private static ListedDate Date(DateTimeOffset moment) => new(DateTime.SpecifyKind(moment.UtcDateTime, DateTimeKind.Unspecified));

    /// <summary>BasicConstraints, RFC 5280 section 4.2.1.9: not said is no.</summary>
    private static bool IsCertificationAuthority(CertificateBody certificate)
    {
        var said = false;
        Tolerant(certificate, BasicConstraints, reader =>
        {
            var constraints = reader.ReadSequence();
            said = constraints.HasData && constraints.PeekTag().HasSameClassAndValue(Asn1Tag.Boolean) && constraints.ReadBoolean();
        });
        return said;
    }

    /// <summary>ExtKeyUsageSyntax, RFC 5280 section 4.2.1.12.</summary>
    internal static ImmutableArray<string> Purposes(CertificateBody certificate)
    {
        var purposes = new List<string>();
        Tolerant(certificate, EnhancedKeyUsage, reader =>
        {
            for (var list = reader.ReadSequence(); list.HasData;)
                purposes.Add(list.ReadObjectIdentifier());
        });
        return [.. purposes];
    }

    /// <summary>GeneralNames, RFC 5280 section 4.2.1.6.</summary>
    private static (List<string> Dns, List<string> Addresses, List<string> Principals) AlternativeNames(CertificateBody certificate)
    {
        List<string> dns = [], addresses = [], principals = [];
        Tolerant(certificate, SubjectAlternativeName, reader => ReadNames(reader, dns, addresses, principals));
        return (dns, addresses, principals);
    }

    private static void ReadNames(AsnReader reader, List<string> dns, List<string> addresses, List<string> principals)
    {
        var names = reader.ReadSequence();
        while (names.HasData)
        {
            // Each name is taken off first: whatever its tag has become, reading goes on behind it.
            var tag = names.PeekTag();
            var name = new AsnReader(names.ReadEncodedValue(), AsnEncodingRules.BER);
            if (tag.TagClass is not TagClass.ContextSpecific)
                continue;
            if (tag.TagValue == 2)
                dns.Add(name.ReadCharacterString(UniversalTagNumber.IA5String, tag));
            else if (tag.TagValue == 7 && name.ReadOctetString(tag) is { Length: 4 or 16 } address)
                addresses.Add(new IPAddress(address).ToString());
            else if (tag.TagValue == 0 && Principal(name.ReadSequence(tag)) is { } principal)
                principals.Add(principal);
        }
    }

    private static string? Principal(AsnReader other)
    {
        if (other.ReadObjectIdentifier() != UserPrincipalName)
            return null;
        return other.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadCharacterString(UniversalTagNumber.UTF8String);
    }

    /// <summary>CRLDistributionPoints, RFC 5280 section 4.2.1.13: the URIs of all full names.</summary>
    private static ImmutableArray<string> RevocationUrls(CertificateBody certificate)
    {
        var urls = new List<string>();
        Tolerant(certificate, RevocationPoints, reader =>
        {
            var points = reader.ReadSequence();
            while (points.HasData)
                ReadPoint(points.ReadSequence(), urls);
        });
        return [.. urls];
    }

    /// <summary>AuthorityInfoAccess, RFC 5280 section 4.2.2.1: the URIs of OCSP responders.</summary>
    private static ImmutableArray<string> OcspUrls(CertificateBody certificate)
    {
        var uri = new Asn1Tag(TagClass.ContextSpecific, 6);
        var urls = new List<string>();
        Tolerant(certificate, AuthorityInformation, reader =>
        {
            for (var list = reader.ReadSequence(); list.HasData;)
            {
                var access = list.ReadSequence();
                if (access.ReadObjectIdentifier() == OcspMethod && access.PeekTag().HasSameClassAndValue(uri))
                    urls.Add(access.ReadCharacterString(UniversalTagNumber.IA5String, uri));
            }
        });
        return [.. urls];
    }

    private static void ReadPoint(AsnReader point, List<string> urls)
    {
        var uri = new Asn1Tag(TagClass.ContextSpecific, 6);
        var first = new Asn1Tag(TagClass.ContextSpecific, 0);
        if (!point.HasData || !point.PeekTag().HasSameClassAndValue(first))
            return;
        var name = point.ReadSequence(first);
        if (!name.HasData || !name.PeekTag().HasSameClassAndValue(first))
            return;
        var full = name.ReadSequence(first);
        while (full.HasData)
        {
            if (full.PeekTag().HasSameClassAndValue(uri))
                urls.Add(full.ReadCharacterString(UniversalTagNumber.IA5String, uri));
            else
                full.ReadEncodedValue();
        }
    }

    private static string? Template(CertificateBody certificate)
    {
        string? template = null;
        Tolerant(certificate, TemplateName, reader => template = reader.ReadCharacterString(UniversalTagNumber.BMPString));
        if (template is null)
            Tolerant(certificate, TemplateInformation, reader => template = reader.ReadSequence().ReadObjectIdentifier());
        return template;
    }

    /// <summary>An extension that is not well formed says nothing; the rest of the certificate still does.</summary>
    private static void Tolerant(CertificateBody certificate, string extension, Action<AsnReader> read)
    {
        if (!certificate.Extensions.TryGetValue(extension, out var encoded))
            return;
        try
        {
            read(new AsnReader(encoded, AsnEncodingRules.BER));
        }
        catch (AsnContentException)
        {
            // What was read before the fault is kept.
        }
    }
}
