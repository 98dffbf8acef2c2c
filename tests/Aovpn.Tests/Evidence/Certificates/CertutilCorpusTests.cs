using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Certificates;

/// <summary>Listings that nobody on the project wrote.</summary>
public sealed class CertutilCorpusTests
{
    [Fact]
    public void The_specifications_listing_reads_exactly()
    {
        var text = System.IO.File.ReadAllText(SharedFiles.Require("spec/troubleshoot-always-on-vpn.md"));

        var store = Assert.Single(Read.Text(text).Observations.OfType<StoreListed>());

        Assert.Equal(("My", StoreLocation.CurrentUser, false), (store.Store, store.Location, store.Complete));
        Assert.Equal(2, store.Certificates.Length);
        AssertCertificate(
            store.Certificates[0], "E=winfed@deverett.info, CN=WinFed, OU=Users, OU=Corp, DC=corp, DC=deverett, DC=info",
            "CN=corp-DEDC0-CA, DC=corp, DC=deverett, DC=info", "32000000265259d0069fa6f205000000000026", "a50337ab015d5612b7dc4c1e759d201e74cc2a93",
            new(2017, 12, 8, 20, 7, 0), new(2018, 12, 8, 20, 7, 0));
        AssertCertificate(
            store.Certificates[1], "CN=WinFed@deverett.info", "CN=Microsoft VPN root CA gen 1", "367fbdd7e6e4103dec9b91f93959ac56",
            "37378a1b06dcef1b4d4753f7d21e4f20b18fbfec", new(2017, 12, 8, 18, 24, 0), new(2017, 12, 8, 19, 29, 0));
        Assert.Equal(("User", null), (store.Certificates[0].Template, store.Certificates[1].Template));
    }

    [Fact]
    public void French_with_unbreakable_spaces_reads()
    {
        var store = Assert.Single(File("certutil_store_my_fr_nbsp.txt").OfType<StoreListed>());

        Assert.Equal(("My", StoreLocation.Unknown, true), (store.Store, store.Location, store.Complete));
        AssertCertificate(
            Assert.Single(store.Certificates), "CN=www.example.com", "CN=Test Root CA", "1a2b3c4d5e", "aabbccddeeff00112233445566778899aabbccdd",
            new(2026, 1, 1, 1, 0, 0), new(2027, 1, 1, 1, 0, 0));
    }

    [Fact]
    public void An_Italian_dump_gives_the_files_certificate()
    {
        var seen = Assert.Single(File("certutil_dump_pfx_it.txt").OfType<CertificateSeen>());

        Assert.Equal(CertificateUse.File, seen.Use);
        AssertCertificate(
            seen.Certificate, "CN=FEC38FFF-D0C5-4AA7-9644-5E96476CB034", "CN=FEC38FFF-D0C5-4AA7-9644-5E96476CB034", "11b6d24418117bb246138341b49e9bfe",
            "f4231f8e13c7fa6f2214dd54598e10e4253a407a", new(2016, 1, 8, 10, 53, 0), new(2018, 1, 8, 1, 0, 0));
    }

    [Fact]
    public void A_listing_that_breaks_off_is_an_excerpt()
    {
        var store = Assert.Single(File("certutil_store_ca_rootagency_en.txt").OfType<StoreListed>());

        Assert.Equal(("CA", StoreLocation.LocalMachine, false), (store.Store, store.Location, store.Complete));
        Assert.Equal(2, store.Certificates.Length);
        Assert.False(store.Certificates[0].HasPrivateKey);
        Assert.Equal("OU=Class 3 Public Primary Certification Authority, O=VeriSign, Inc., C=US", store.Certificates[1].Issuer);
    }

    [Fact]
    public void A_key_container_without_indentation_is_still_a_key()
    {
        var store = Assert.Single(File("certutil_whfb_en.txt").OfType<StoreListed>());

        Assert.Equal(("My", StoreLocation.CurrentUser), (store.Store, store.Location));
        var certificate = Assert.Single(store.Certificates);
        Assert.True(certificate.HasPrivateKey);
        Assert.StartsWith("1.3.6.1.4.1.311.21.8.", certificate.Template, StringComparison.Ordinal);
        Assert.Equal(new ListedDate(new(2023, 12, 8, 6, 16, 0)), certificate.NotBefore);
    }

    private static IEnumerable<Observation> File(string name) =>
        Read.Bytes(System.IO.File.ReadAllBytes(SharedFiles.Require($"corpus/certutil/{name}"))).Observations;

    private static void AssertCertificate(
        Certificate certificate, string subject, string issuer, string serial, string thumbprint, DateTime notBefore, DateTime notAfter)
    {
        Assert.Equal(subject, certificate.Subject);
        Assert.Equal(issuer, certificate.Issuer);
        Assert.Equal((serial, thumbprint), (certificate.Serial, certificate.Thumbprint));
        Assert.Equal(new ListedDate(notBefore), certificate.NotBefore);
        Assert.Equal(new ListedDate(notAfter), certificate.NotAfter);
        Assert.True(certificate.HasPrivateKey);
    }
}
