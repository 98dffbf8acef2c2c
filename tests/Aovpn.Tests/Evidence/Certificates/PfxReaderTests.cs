using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Certificates;

public sealed class PfxReaderTests
{
    [Fact]
    public void What_a_password_protects_is_said_to_be_closed_and_no_key_shows()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var bytes = Certificate(key).Export(X509ContentType.Pkcs12, "Sup3rS3cret!");
        var reading = Read.Bytes(bytes);

        Assert.Equal(["pfx"], reading.Kinds);
        var closed = Assert.Single(reading.Observations.OfType<Unreadable>());
        Assert.Contains("protected by its password", closed.What.ToString(), StringComparison.Ordinal);
        var secret = Convert.ToHexStringLower(key.ExportParameters(includePrivateParameters: true).D!);
        Assert.DoesNotContain(reading.Observations, seen => seen.ToString().Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Damaged_copies_never_throw()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        foreach (var copy in Damaged.Copies(Certificate(key).Export(X509ContentType.Pkcs12, "x")))
            Assert.NotNull(Read.Bytes(copy));
    }

    private static X509Certificate2 Certificate(ECDsa key) =>
        new CertificateRequest("CN=vpn.example.com", key, HashAlgorithmName.SHA256).CreateSelfSigned(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));
}
