using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Aovpn.Diagnosis.Evidence.Certificates;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Tests.Evidence.Certificates;

/// <summary>Lengths of keys, read off the encoding, are those that the platform finds when it makes a key of it.</summary>
public sealed class KeyLengthTests
{
    private static readonly Citation Nowhere = new(new Artifact("here"), Locator.All);

    [Theory]
    [InlineData(1024)]
    [InlineData(2048)]
    [InlineData(3072)]
    public void Of_an_RSA_key_it_is_the_length_of_the_modulus(int bits)
    {
        using var key = RSA.Create(bits);

        Assert.Equal(bits, Read(new CertificateRequest("CN=here", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)));
    }

    [Theory]
    [InlineData("1.2.840.10045.3.1.7", 256)]
    [InlineData("1.3.132.0.34", 384)]
    [InlineData("1.3.132.0.35", 521)]
    [InlineData("1.3.36.3.3.2.8.1.1.7", 256)]
    public void Of_an_elliptic_curve_it_is_that_of_the_curve(string curve, int bits)
    {
        using var key = ECDsa.Create(ECCurve.CreateFromValue(curve));

        Assert.Equal(bits, Read(new CertificateRequest("CN=here", key, HashAlgorithmName.SHA256)));
    }

    private static int? Read(CertificateRequest request)
    {
        var now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var certificate = request.CreateSelfSigned(now, now.AddDays(1));
        return EncodedCertificate.Read(Nowhere, certificate.RawData)?.KeyBits;
    }
}
