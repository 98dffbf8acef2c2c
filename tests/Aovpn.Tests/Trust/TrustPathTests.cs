using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Diagnosis.Trust;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Trust;

public sealed class TrustPathTests
{
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_leaf_reaches_its_root_through_an_intermediate()
    {
        var pki = new Pki();

        var result = TrustPath.Build(pki.Leaf, [pki.Intermediate], [pki.Root], Now);

        Assert.True(result.IsTrusted);
        Assert.False(result.ByNameOnly);
        Assert.Equal([pki.Leaf, pki.Intermediate, pki.Root], result.Path);
    }

    [Fact]
    public void A_missing_intermediate_is_named()
    {
        var pki = new Pki();

        var result = TrustPath.Build(pki.Leaf, [], [pki.Root], Now);

        Assert.False(result.ReachesRoot);
        Assert.Equal("CN=Corp Issuing CA", result.MissingIssuer);
    }

    [Fact]
    public void A_root_that_is_not_given_is_not_trusted()
    {
        var pki = new Pki();

        var result = TrustPath.Build(pki.Leaf, [pki.Intermediate, pki.Root], [], Now);

        Assert.False(result.ReachesRoot);
        Assert.Equal(pki.Root, result.Path[^1]);
        Assert.Null(result.MissingIssuer);
    }

    [Fact]
    public void An_authority_of_the_same_name_with_another_key_is_told_apart()
    {
        var pki = new Pki();
        var other = new Pki();

        var forged = TrustPath.Build(pki.Leaf, [other.Intermediate], [other.Root], Now);
        Assert.Equal(pki.Leaf, forged.BadSignature);
        Assert.False(forged.IsTrusted);

        var right = TrustPath.Build(pki.Leaf, [other.Intermediate, pki.Intermediate], [other.Root, pki.Root], Now);
        Assert.True(right.IsTrusted);
    }

    [Fact]
    public void Members_that_have_run_out_are_listed()
    {
        var pki = new Pki();

        var result = TrustPath.Build(pki.Leaf, [pki.Intermediate], [pki.Root], End.AddDays(1));

        Assert.True(result.ReachesRoot);
        Assert.Equal([pki.Leaf], result.Expired);
        Assert.False(result.IsTrusted);
    }

    [Fact]
    public void Listings_without_bytes_are_joined_by_name()
    {
        var root = Listed("CN=Corp Root CA, DC=corp, DC=example", "CN=Corp Root CA, DC=corp, DC=example");
        var leaf = Listed("CN=vpn.example.com", "DC=example, DC=corp, CN=Corp Root CA");

        var result = TrustPath.Build(leaf, [], [root], Now);

        Assert.True(result.ReachesRoot);
        Assert.True(result.ByNameOnly);
    }

    private static Certificate Listed(string subject, string issuer) =>
        new(new(new("listing"), new Locator.Lines(1)), subject, issuer, null, null, null, null, null, null, null);

    private sealed class Pki
    {
        public Pki()
        {
            using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            using var issuingKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            using var leafKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            using var root = Authority("CN=Corp Root CA", rootKey).CreateSelfSigned(Begin, End.AddYears(10));
            using var issuing = Authority("CN=Corp Issuing CA", issuingKey).Create(root, Begin, End.AddYears(5), [1, 2]);
            using var issuingWithKey = issuing.CopyWithPrivateKey(issuingKey);
            using var leaf = new CertificateRequest("CN=vpn.example.com", leafKey, HashAlgorithmName.SHA256).Create(issuingWithKey, Begin, End, [3, 4]);
            (Root, Intermediate, Leaf) = (Seen(root), Seen(issuing), Seen(leaf));
        }

        public Certificate Root { get; }

        public Certificate Intermediate { get; }

        public Certificate Leaf { get; }

        private static CertificateRequest Authority(string name, ECDsa key)
        {
            var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
            return request;
        }

        private static Certificate Seen(X509Certificate2 certificate) =>
            Assert.Single(Read.Bytes(certificate.RawData).Observations.OfType<CertificateSeen>()).Certificate;
    }
}
