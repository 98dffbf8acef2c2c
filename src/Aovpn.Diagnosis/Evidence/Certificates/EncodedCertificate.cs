using System.Collections.Immutable;
using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Certificates;

/// <summary>Reads a certificate from its DER bytes. Nothing of a private key is ever taken.</summary>
public static class EncodedCertificate
{
    private const string SubjectAlternativeName = "2.5.29.17";
    private const string RevocationPoints = "2.5.29.31";
    private const string SecurityIdentifier = "1.3.6.1.4.1.311.25.2";
    private const string TemplateName = "1.3.6.1.4.1.311.20.2";
    private const string TemplateInformation = "1.3.6.1.4.1.311.21.7";
    private const string UserPrincipalName = "1.3.6.1.4.1.311.20.2.3";

    /// <returns>The certificate; null when the platform refuses the bytes.</returns>
    public static Certificate? Read(Citation source, ReadOnlySpan<byte> encoded)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(encoded);
            return Read(source, certificate);
        }
        catch (CryptographicException)
        {
            return null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    private static Certificate Read(Citation source, X509Certificate2 certificate)
    {
        var names = AlternativeNames(certificate);
        return new(
            source, certificate.Subject, certificate.Issuer, certificate.SerialNumber.ToLowerInvariant(), certificate.Thumbprint.ToLowerInvariant(),
            Date(certificate.NotBefore), Date(certificate.NotAfter), Purposes(certificate), [.. names.Dns], null)
        {
            AddressNames = [.. names.Addresses],
            PrincipalNames = [.. names.Principals],
            Template = Template(certificate),
            SignatureAlgorithm = certificate.SignatureAlgorithm.FriendlyName ?? certificate.SignatureAlgorithm.Value,
            KeyAlgorithm = certificate.PublicKey.Oid.FriendlyName ?? certificate.PublicKey.Oid.Value,
            KeyBits = KeyLength.Bits(certificate),
            IsCertificationAuthority = certificate.Extensions.OfType<X509BasicConstraintsExtension>().FirstOrDefault()?.CertificateAuthority ?? false,
            HasSecurityIdentifier = certificate.Extensions[SecurityIdentifier] is not null || NamesSecurityIdentifier(certificate),
            RevocationUrls = RevocationUrls(certificate),
            Encoded = [.. certificate.RawData],
        };
    }

    private static bool NamesSecurityIdentifier(X509Certificate2 certificate) =>
        certificate.Extensions["2.5.29.17"] is { } names && names.RawData.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(Certificate.SecurityIdentifierUri)) >= 0;

    /// <summary>Certificates hold UTC.</summary>
    private static ListedDate Date(DateTime local) => new(DateTime.SpecifyKind(local.ToUniversalTime(), DateTimeKind.Unspecified));

    private static ImmutableArray<string> Purposes(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().FirstOrDefault() is { } usage
            ? [.. usage.EnhancedKeyUsages.OfType<Oid>().Select(purpose => purpose.Value).OfType<string>()]
            : [];

    /// <summary>GeneralNames, RFC 5280 section 4.2.1.6.</summary>
    private static (List<string> Dns, List<string> Addresses, List<string> Principals) AlternativeNames(X509Certificate2 certificate)
    {
        List<string> dns = [], addresses = [], principals = [];
        if (certificate.Extensions[SubjectAlternativeName] is { } extension)
            Tolerant(extension.RawData, reader => ReadNames(reader, dns, addresses, principals));
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
    private static ImmutableArray<string> RevocationUrls(X509Certificate2 certificate)
    {
        var urls = new List<string>();
        if (certificate.Extensions[RevocationPoints] is { } extension)
        {
            Tolerant(extension.RawData, reader =>
            {
                var points = reader.ReadSequence();
                while (points.HasData)
                    ReadPoint(points.ReadSequence(), urls);
            });
        }

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

    private static string? Template(X509Certificate2 certificate)
    {
        string? template = null;
        if (certificate.Extensions[TemplateName] is { } name)
            Tolerant(name.RawData, reader => template = reader.ReadCharacterString(UniversalTagNumber.BMPString));
        if (template is null && certificate.Extensions[TemplateInformation] is { } information)
            Tolerant(information.RawData, reader => template = reader.ReadSequence().ReadObjectIdentifier());
        return template;
    }

    /// <summary>An extension that is not well formed says nothing; the rest of the certificate still does.</summary>
    private static void Tolerant(byte[] encoded, Action<AsnReader> read)
    {
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
