using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Certificates;

public sealed class CertificateFileTests
{
    [Fact]
    public void A_binary_certificate_gives_all_that_rules_ask_for()
    {
        using var made = Make();

        var seen = Assert.Single(Read.Bytes(made.RawData, HostRole.VpnServer).Observations.OfType<CertificateSeen>());

        var certificate = seen.Certificate;
        Assert.Equal((HostRole.VpnServer, CertificateUse.File), (seen.About.Role, seen.Use));
        Assert.Equal("CN=vpn.example.com, O=Corp", certificate.Subject);
        Assert.Equal(made.Thumbprint.ToLowerInvariant(), certificate.Thumbprint);
        Assert.Equal(new ListedDate(new(2026, 1, 1)), certificate.NotBefore);
        Assert.Equal([Purpose.ServerAuthentication, Purpose.IkeIntermediate], certificate.Purposes!.Value);
        Assert.Equal(["vpn.example.com"], certificate.DnsNames!.Value);
        Assert.Equal(["203.0.113.10"], certificate.AddressNames);
        Assert.Equal(["alice@corp.example"], certificate.PrincipalNames);
        Assert.True(certificate.HasSecurityIdentifier);
        Assert.Equal(["http://crl.corp.example/ca.crl"], certificate.RevocationUrls!.Value);
        Assert.Equal(2048, certificate.KeyBits);
        Assert.False(certificate.IsCertificationAuthority);
        Assert.Equal(made.RawData, certificate.Encoded);
    }

    [Fact]
    public void Pem_blocks_among_words_are_read_and_a_private_key_is_not_kept()
    {
        using var made = Make();
        using var key = made.GetRSAPrivateKey()!;

        var reading = Read.Text($"This is what we installed:\n{made.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n{made.ExportCertificatePem()}\n");

        Assert.Equal(2, reading.Observations.OfType<CertificateSeen>().Count());
        Assert.DoesNotContain(reading.Observations, seen => seen is Unreadable);
        Assert.Contains("certificate", reading.Kinds);
        Assert.All(reading.Observations.OfType<CertificateSeen>(), seen => Assert.Null(seen.Certificate.HasPrivateKey));
    }

    [Fact]
    public void A_bundle_gives_its_members()
    {
        using var made = Make();
        var bundle = new X509Certificate2Collection(made).Export(X509ContentType.Pkcs7)!;

        Assert.Equal("CN=vpn.example.com, O=Corp", Assert.Single(Read.Bytes(bundle).Observations.OfType<CertificateSeen>()).Certificate.Subject);
    }

    [Fact]
    public void Damaged_copies_are_said_to_be_unreadable_and_never_throw()
    {
        using var made = Make();
        foreach (var sample in new[] { made.RawData, Encoding.ASCII.GetBytes(made.ExportCertificatePem()), new X509Certificate2Collection(made).Export(X509ContentType.Pkcs7)! })
        {
            foreach (var damaged in Damaged.Copies(sample))
                Assert.All(Read.Bytes(damaged).Observations, seen => Assert.True(seen is CertificateSeen or Unreadable || sample[0] == (byte)'-'));
        }
    }

    [Fact]
    public void A_value_of_indefinite_length_whose_inside_is_none_is_read_as_something_else()
    {
        // Found by fuzzing: the end of such a value is looked for by reading what is inside.
        byte[] bytes = [0x30, 0x80, 0x02, 0xF3, 0x30, 0x82, 0x01, 0xDB, .. Enumerable.Repeat((byte)0xA0, 40)];

        Assert.DoesNotContain(Read.Bytes(bytes).Observations, seen => seen is CertificateSeen);
    }

    [Theory]
    [InlineData(0x07)]
    [InlineData(0x00)]
    [InlineData(0xC7)]
    [InlineData(0x47)]
    public void An_alternative_name_with_a_strange_tag_is_passed_over(byte tag)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=vpn.example.com", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509Extension("2.5.29.17", [0x30, 0x08, tag, 0x02, 0x41, 0x41, 0x82, 0x02, 0x61, 0x62], critical: false));
        using var made = request.CreateSelfSigned(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal(["ab"], Read.Bytes(made.RawData).Observations.OfType<CertificateSeen>().Single().Certificate.DnsNames!.Value);
    }

    [Fact]
    public void The_corpus_reads_as_another_program_reads_it()
    {
        var folder = SharedFiles.Require("corpus/certs");
        var failures = new List<string>();
        foreach (var row in File.ReadLines(Path.Combine(folder, "INDEX.tsv")).Skip(1).Select(line => line.Split('\t')))
        {
            var summary = row[^1];
            var at = summary.IndexOf("sha1 Fingerprint=", StringComparison.Ordinal);
            if (at < 0 || !File.Exists(Path.Combine(folder, row[0])))
                continue;
            var expected = summary.Substring(at + 17, 59).Replace(":", "", StringComparison.Ordinal).ToLowerInvariant();
            var seen = Read.Bytes(File.ReadAllBytes(Path.Combine(folder, row[0]))).Observations;
            var certificate = seen.OfType<CertificateSeen>().FirstOrDefault(found => !found.Certificate.Encoded.IsEmpty)?.Certificate;
            if (certificate?.Thumbprint == expected)
                continue;
            if (!seen.OfType<Unreadable>().Any())
                failures.Add($"{row[0]}: {certificate?.Thumbprint ?? "nothing"}");
        }

        Assert.Empty(failures);
    }

    private static X509Certificate2 Make()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=vpn.example.com, O=Corp", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("vpn.example.com");
        names.AddIpAddress(IPAddress.Parse("203.0.113.10"));
        names.AddUserPrincipalName("alice@corp.example");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new(Purpose.ServerAuthentication), new(Purpose.IkeIntermediate)], critical: false));
        request.CertificateExtensions.Add(new X509Extension("1.3.6.1.4.1.311.25.2", [0x30, 0x00], critical: false));
        request.CertificateExtensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension(["http://crl.corp.example/ca.crl"]));
        return request.CreateSelfSigned(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }
}
