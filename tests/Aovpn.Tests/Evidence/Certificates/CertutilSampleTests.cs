using System.Runtime.CompilerServices;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Certificates;

public sealed class CertutilSampleTests
{
    [Fact]
    public void The_verbose_listing_gives_purposes_names_and_key()
    {
        var store = Store("user-my-verbose.txt");

        Assert.Equal(("My", StoreLocation.CurrentUser, true), (store.Store, store.Location, store.Complete));
        var certificate = Assert.Single(store.Certificates);
        Assert.Equal("E=alice@corp.example, CN=Alice, OU=Users, Berlin, DC=corp, DC=example", certificate.Subject);
        Assert.Equal("CN=corp-CA01-CA, DC=corp, DC=example", certificate.Issuer);
        Assert.Equal("5a000000197d1c3b9a1f6b2f3e000000000019", certificate.Serial);
        Assert.Equal("a50337ab015d5612b7dc4c1e759d201e74cc2a93", certificate.Thumbprint);
        Assert.Equal([Purpose.ClientAuthentication, Purpose.AadConditionalAccess], certificate.Purposes!.Value);
        Assert.Equal(["client1.corp.example"], certificate.DnsNames!.Value);
        Assert.Equal(["192.0.2.50"], certificate.AddressNames);
        Assert.Equal(["alice@corp.example"], certificate.PrincipalNames);
        Assert.Equal(2, certificate.RevocationUrls!.Value.Length);
        Assert.Equal(("sha256RSA", 2048), (certificate.SignatureAlgorithm, certificate.KeyBits));
        Assert.StartsWith("VPN User(", certificate.Template, StringComparison.Ordinal);
        Assert.True(certificate.HasSecurityIdentifier);
        Assert.True(certificate.HasPrivateKey);
        Assert.Null(certificate.IsCertificationAuthority);
        Assert.Equal(new ListedDate(new(2026, 3, 14, 8, 7, 0)), certificate.NotBefore);
    }

    [Fact]
    public void German_with_code_page_damage_reads()
    {
        var store = Store("machine-my-de-oem.txt");

        Assert.Equal(("My", StoreLocation.Unknown, true), (store.Store, store.Location, store.Complete));
        var certificate = Assert.Single(store.Certificates);
        Assert.Equal(("CN=vpn.example.com", "VPNServer", true), (certificate.Subject, certificate.Template, certificate.HasPrivateKey));
        Assert.Equal(new ListedDate(new(2026, 3, 5, 1, 0, 0)), certificate.NotBefore);
        Assert.Equal("aabbccddeeff00112233445566778899aabbccdd", certificate.Thumbprint);
    }

    [Fact]
    public void Japanese_reads_by_structure()
    {
        var store = Store("root-ja.txt");

        Assert.Equal(("Root", StoreLocation.LocalMachine, true), (store.Store, store.Location, store.Complete));
        var certificate = Assert.Single(store.Certificates);
        Assert.True(certificate.IsSelfIssued);
        Assert.Equal(new ListedDate(new(2040, 3, 4, 10, 25, 0)), certificate.NotAfter);
        Assert.Null(certificate.HasPrivateKey);
    }

    [Fact]
    public void An_indented_excerpt_leaves_the_words_around_it_alone()
    {
        var store = Store("machine-my-excerpt.txt");

        Assert.Equal(("My", false), (store.Store, store.Complete));
        Assert.Equal(new Locator.Lines(3, 12), store.Source.Locator);
        var certificate = Assert.Single(store.Certificates);
        Assert.Equal("", certificate.Subject);
        Assert.Equal(["vpn.example.com", "gw1.corp.example"], certificate.DnsNames!.Value);
        Assert.False(certificate.HasPrivateKey);
        Assert.Equal(new ListedDate(new(2026, 3, 4, 10, 0, 0), new(2026, 4, 3, 10, 0, 0)), certificate.NotBefore);
    }

    [Theory]
    [InlineData("Publisher", "Beneficiary")]
    [InlineData("Вставщик", "Кому")]
    public void Labels_of_no_known_language_do_not_matter(string issuer, string subject)
    {
        var text = Sample("root-ja.txt").Replace("発行者:", issuer + ":", StringComparison.Ordinal)
            .Replace("サブジェクト:", subject + ":", StringComparison.Ordinal).Replace("シリアル番号", "#", StringComparison.Ordinal);

        var certificate = Assert.Single(Read.One<StoreListed>(text).Certificates);

        Assert.Equal("CN=Corp Root CA, DC=corp, DC=example", certificate.Subject);
        Assert.Equal("CN=Corp Root CA, DC=corp, DC=example", certificate.Issuer);
        Assert.Equal("4f1e2d3c4b5a69788796a5b4c3d2e1f0", certificate.Serial);
    }

    [Theory]
    [InlineData("12/8/2017 8:07 PM", "12/8/2018 8:07 PM", "2017-12-08 20:07")]
    [InlineData("13/01/2026 10:00", "02/01/2027 10:00", "2026-01-13 10:00")]
    [InlineData("02/01/2026 10:00", "01/13/2027 10:00", "2026-02-01 10:00")]
    [InlineData("02/01/2026 10:00", "03/01/2027 10:00", "2026-02-01 10:00 or 2026-01-02 10:00")]
    [InlineData("2026-02-01 10:00", "2027-02-01 10:00", "2026-02-01 10:00")]
    [InlineData("2026/2/1 下午 2:05", "2027/2/1 下午 2:05", "2026-02-01 14:05")]
    [InlineData("1.2.2026 14:05", "1.2.2027 14:05", "2026-02-01 14:05")]
    public void Dates_of_every_culture_read(string notBefore, string notAfter, string expected)
    {
        var certificate = Assert.Single(Read.One<StoreListed>($"""
            ================ Certificate 0 ================
            Serial Number: 6b00000002a1
            Issuer: CN=corp-CA01-CA
             NotBefore: {notBefore}
             NotAfter: {notAfter}
            Subject: CN=vpn.example.com
            """).Certificates);

        Assert.Equal(expected, certificate.NotBefore.ToString());
    }

    [Theory]
    [InlineData("user-my-verbose.txt")]
    [InlineData("machine-my-de-oem.txt")]
    [InlineData("root-ja.txt")]
    [InlineData("machine-my-excerpt.txt")]
    public void Damaged_copies_never_throw(string sample)
    {
        foreach (var damaged in Damaged.Copies(System.Text.Encoding.UTF8.GetBytes(Sample(sample))))
            Assert.NotNull(Read.Bytes(damaged));
    }

    private static StoreListed Store(string sample) => Read.One<StoreListed>(Sample(sample), HostRole.VpnServer);

    private static string Sample(string name, [CallerFilePath] string source = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "..", "samples", "certutil", name));
}
