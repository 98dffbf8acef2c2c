using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Aovpn.Diagnosis.Evidence.Certificates;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Tests.Evidence.Certificates;

/// <summary>What is read off the encoding is what the platform finds when it opens the certificate; what is broken in it costs no more than itself.</summary>
public sealed class EncodedCertificateTests
{
    private static readonly Citation Nowhere = new(new Artifact("here"), Locator.All);
    private static readonly DateTimeOffset Begins = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("CN=vpn.example.com, O=\"Example, Inc.\", C=DE", "01", 2030)]
    [InlineData("CN=a+OU=b, DC=corp, DC=example", "80ff00", 2049)]
    [InlineData("CN=Zürich, E=x@example.com", "7f00000000000000000000000000000000000001", 2050)]
    [InlineData("CN=*.example.com", "00c0", 2099)]
    public void It_is_what_the_platform_reads(string subject, string serial, int lastYear)
    {
        using var certificate = Made(subject, serial, lastYear, new X509EnhancedKeyUsageExtension([new("1.3.6.1.5.5.7.3.1"), new("1.3.6.1.5.5.8.2.2")], critical: true), new X509BasicConstraintsExtension(true, true, 0, true));

        var read = EncodedCertificate.Read(Nowhere, certificate.RawData)!;

        Assert.Equal((certificate.Subject, certificate.Issuer), (read.Subject, read.Issuer));
        Assert.Equal((certificate.SerialNumber, certificate.Thumbprint), (read.Serial!.ToUpperInvariant(), read.Thumbprint!.ToUpperInvariant()));
        Assert.Equal((Listed(certificate.NotBefore), Listed(certificate.NotAfter)), (read.NotBefore, read.NotAfter));
        Assert.Equal(["1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.8.2.2"], read.Purposes);
        Assert.Equal((certificate.SignatureAlgorithm.FriendlyName, certificate.PublicKey.Oid.FriendlyName), (read.SignatureAlgorithm, read.KeyAlgorithm));
        Assert.True(read.IsCertificationAuthority);
        Assert.Equal(certificate.RawData, read.Encoded);
    }

    [Fact]
    public void What_follows_it_is_not_of_it()
    {
        using var certificate = Made("CN=here", "01", 2030);

        var read = EncodedCertificate.Read(Nowhere, [.. certificate.RawData, 0x30, 0x82, 0xFF])!;

        Assert.Equal(certificate.RawData, read.Encoded);
        Assert.Equal(certificate.Thumbprint, read.Thumbprint, ignoreCase: true);
    }

    [Fact]
    public void An_extension_that_is_not_well_formed_says_nothing()
    {
        using var certificate = Made("CN=here", "01", 2030, new X509Extension("2.5.29.37", [0x30, 0x7F, 0x06], critical: false), new X509Extension("2.5.29.19", [0x02], critical: false));

        var read = EncodedCertificate.Read(Nowhere, certificate.RawData)!;

        Assert.Equal("CN=here", read.Subject);
        Assert.Empty(read.Purposes!);
        Assert.False(read.IsCertificationAuthority);
    }

    [Fact]
    public void Without_extensions_it_is_of_version_1()
    {
        using var certificate = Made("CN=here", "05", 2030);
        var body = new AsnReader(certificate.RawData, AsnEncodingRules.DER).ReadSequence().ReadSequence();
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                for (body.ReadEncodedValue(); body.HasData;)
                {
                    var value = body.ReadEncodedValue();
                    if (value.Span[0] != 0xA3)
                        writer.WriteEncodedValue(value.Span);
                }
            }

            using (writer.PushSequence())
                writer.WriteObjectIdentifier("1.2.840.113549.1.1.11");
            writer.WriteBitString([1, 2, 3]);
        }

        var read = EncodedCertificate.Read(Nowhere, writer.Encode())!;

        Assert.Equal(("CN=here", "05"), (read.Subject, read.Serial));
        Assert.Empty(read.DnsNames!);
    }

    [Fact]
    public void Cut_or_changed_it_is_read_or_refused_and_never_throws()
    {
        using var certificate = Made("CN=here", "01", 2030, new X509EnhancedKeyUsageExtension([new("1.3.6.1.5.5.7.3.1")], critical: false));
        var encoded = certificate.RawData;
        for (var length = 0; length < encoded.Length; length++)
            Assert.Null(EncodedCertificate.Read(Nowhere, encoded.AsSpan(0, length)));
        for (var at = 0; at < encoded.Length; at++)
        {
            foreach (var bit in new[] { 0x01, 0x20, 0x80 })
            {
                var changed = (byte[])encoded.Clone();
                changed[at] ^= (byte)bit;
                EncodedCertificate.Read(Nowhere, changed);
            }
        }
    }

    private static ListedDate? Listed(DateTime local) => new(DateTime.SpecifyKind(local.ToUniversalTime(), DateTimeKind.Unspecified));

    private static X509Certificate2 Made(string subject, string serial, int lastYear, params X509Extension[] extensions)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        foreach (var extension in extensions)
            request.CertificateExtensions.Add(extension);
        return request.Create(request.SubjectName, X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1), Begins, new(lastYear, 12, 31, 0, 0, 0, TimeSpan.Zero), Convert.FromHexString(serial));
    }
}
