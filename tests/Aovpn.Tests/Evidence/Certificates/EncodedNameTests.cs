using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Aovpn.Diagnosis.Evidence.Certificates;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Tests.Evidence.Certificates;

/// <summary>Names, read off the encoding, are those that the platform writes.</summary>
public sealed class EncodedNameTests
{
    private static readonly Citation Nowhere = new(new Artifact("here"), Locator.All);

    [Theory]
    [InlineData("CN=vpn.example.com, O=Contoso, C=DE")]
    [InlineData("CN=\"Contoso, Ltd.\", OU=\"a+b\", O=\" led by a space\"")]
    [InlineData("CN=\"said \"\"yes\"\"\", L=München, S=Bayern, STREET=\"Am Platz 3; Hof\"")]
    [InlineData("E=someone@example.com, CN=someone, OU=Users, DC=corp, DC=example, DC=com")]
    [InlineData("SERIALNUMBER=42, T=Dr., G=Grace, SN=Hopper, I=GH, CN=\"#hash\"")]
    [InlineData("OID.1.2.3.4.5=odd, CN=name")]
    [InlineData("CN=\"\"")]
    public void A_name_is_what_the_platform_writes(string name) => AssertAlike(new X500DistinguishedName(name));

    [Fact]
    public void Several_attributes_of_one_part_are_joined() =>
        AssertAlike(Encoded(("2.5.4.3", UniversalTagNumber.UTF8String, "one"), ("2.5.4.11", UniversalTagNumber.PrintableString, "two")));

    [Theory]
    [InlineData(UniversalTagNumber.BMPString)]
    [InlineData(UniversalTagNumber.T61String)]
    [InlineData(UniversalTagNumber.IA5String)]
    public void Each_kind_of_string_is_read(UniversalTagNumber kind) => AssertAlike(Encoded(("2.5.4.3", kind, "gateway")));

    [Fact]
    public void A_certificate_without_a_subject_has_an_empty_name() => AssertAlike(new X500DistinguishedName(""));

    private static X500DistinguishedName Encoded(params (string Type, UniversalTagNumber Kind, string Value)[] attributes)
    {
        var writer = new AsnWriter(AsnEncodingRules.BER);
        using (writer.PushSequence())
        using (writer.PushSetOf())
        {
            foreach (var (type, kind, value) in attributes)
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(type);
                    writer.WriteCharacterString(kind, value);
                }
            }
        }

        return new(writer.Encode());
    }

    private static void AssertAlike(X500DistinguishedName name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var certificate = new CertificateRequest(name, key, HashAlgorithmName.SHA256).CreateSelfSigned(now, now.AddDays(1));

        Assert.Equal(certificate.Subject, EncodedCertificate.Read(Nowhere, certificate.RawData)?.Subject);
    }
}
