using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Certificates;

public sealed class CertificateTextReaderTests
{
    [Fact]
    public void A_subject_alone_is_a_certificate_of_which_only_that_is_known()
    {
        var seen = Read.One<CertificateSeen>("Subject: CN=nps.corp.example\n", HostRole.NpsServer);

        Assert.Equal(("CN=nps.corp.example", CertificateUse.File, HostRole.NpsServer), (seen.Certificate.Subject, seen.Use, seen.About.Role));
        Assert.Null(seen.Certificate.Purposes);
        Assert.Null(seen.Certificate.NotAfter);
    }

    [Fact]
    public void A_mails_subject_is_no_certificate() => Assert.Empty(Read.Text("Subject: VPN does not connect\n").Observations.OfType<CertificateSeen>());

    [Fact]
    public void Openssl_text_reads()
    {
        var certificate = Read.One<CertificateSeen>("""
            Certificate:
                Data:
                    Version: 3 (0x2)
                    Serial Number:
                        6b:00:00:00:02:a1
                    Signature Algorithm: sha256WithRSAEncryption
                    Issuer: DC = example, DC = corp, CN = corp-CA01-CA
                    Validity
                        Not Before: Mar  4 10:00:00 2026 GMT
                        Not After : Mar 14 10:00:00 2027 GMT
                    Subject: CN = vpn.example.com
                    X509v3 extensions:
                        X509v3 Extended Key Usage:
                            TLS Web Server Authentication, TLS Web Client Authentication
                        X509v3 Subject Alternative Name:
                            DNS:vpn.example.com, IP Address:203.0.113.10
            """).Certificate;

        Assert.Equal(("CN=vpn.example.com", "DC=example, DC=corp, CN=corp-CA01-CA"), (certificate.Subject, certificate.Issuer));
        Assert.Equal(new ListedDate(new(2026, 3, 4, 10, 0, 0)), certificate.NotBefore);
        Assert.Equal(new ListedDate(new(2027, 3, 14, 10, 0, 0)), certificate.NotAfter);
        Assert.Equal([Purpose.ServerAuthentication, Purpose.ClientAuthentication], certificate.Purposes!.Value);
        Assert.Equal(["vpn.example.com"], certificate.DnsNames!.Value);
        Assert.Equal(["203.0.113.10"], certificate.AddressNames);
        Assert.Equal("evidence, line 14", certificate.Cite(nameof(Certificate.Purposes)).ToString());
    }

    [Fact]
    public void No_number_in_openssl_text_is_a_code()
    {
        var seen = Read.Text("""
            Certificate:
                Data:
                    Version: 3 (0x2)
                    Serial Number: 809 (0x329)
                    Issuer:
                    Subject:
                            Exponent: 65537 (0x10001)
                        CA Issuers - URI:http://ca.corp.example/ca.crt

                        X509v3 Basic Constraints: critical
                        Log ID    : 56:14:06:9A
            """);
        Assert.Empty(seen.Observations);
    }
}
