using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Ocsp;
using Org.BouncyCastle.Security;
using X509Certificate = Org.BouncyCastle.X509.X509Certificate;

namespace Aovpn.Probes.Tests.Revocation;

/// <summary>An authority whose lists the platform writes and whose OCSP responses BouncyCastle writes: neither is our code.</summary>
internal sealed class RevocationAuthority : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    private readonly RSA _key = RSA.Create(2048);

    public RevocationAuthority(string name = "CN=Corp CA")
    {
        var request = new CertificateRequest(name, _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.CrlSign | X509KeyUsageFlags.KeyCertSign, true));
        Certificate = request.CreateSelfSigned(Now.AddYears(-1), Now.AddYears(9));
    }

    public X509Certificate2 Certificate { get; }

    private AsymmetricCipherKeyPair KeyPair => DotNetUtilities.GetRsaKeyPair(_key.ExportParameters(includePrivateParameters: true));

    public void Dispose()
    {
        Certificate.Dispose();
        _key.Dispose();
    }

    /// <param name="serial">Non-negative, big-endian.</param>
    public X509Certificate2 Issue(byte[] serial, string[] lists, string[] responders, string name = "CN=vpn.example.com", string? purpose = null)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        if (lists.Length > 0)
            request.CertificateExtensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension(lists));
        if (responders.Length > 0)
            request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension(responders, null));
        if (purpose is not null)
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new(purpose)], false));
        using var issued = request.Create(Certificate, Now.AddDays(-30), Now.AddYears(1), serial);
        return issued.CopyWithPrivateKey(key);
    }

    public byte[] List(DateTimeOffset nextUpdate, params byte[][] revoked)
    {
        var list = new CertificateRevocationListBuilder();
        foreach (var serial in revoked)
            list.AddEntry(serial, Now.AddDays(-2));
        return list.Build(Certificate, new BigInteger(7), nextUpdate, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, Now.AddDays(-9));
    }

    /// <summary>A BasicOCSPResponse about the certificate that a request names, in an OCSPResponse.</summary>
    /// <param name="status">Null for good.</param>
    /// <param name="by">Who signs and sends its certificate with it; null for the authority itself.</param>
    public byte[] Response(byte[] request, CertificateStatus? status, DateTimeOffset nextUpdate, X509Certificate2? by = null)
    {
        var asked = Assert.Single(new OcspReq(request).GetRequestList()).GetCertID();
        Assert.True(asked.MatchesIssuer(Convert(Certificate)));
        var keys = by is null ? KeyPair : DotNetUtilities.GetRsaKeyPair(by.GetRSAPrivateKey()!.ExportParameters(includePrivateParameters: true));
        var generator = new BasicOcspRespGenerator(keys.Public);
        generator.AddResponse(asked, status ?? CertificateStatus.Good, Now.UtcDateTime.AddDays(-1), nextUpdate.UtcDateTime, null);
        var basic = generator.Generate(new Asn1SignatureFactory("SHA256WITHRSA", keys.Private), by is null ? null : [Convert(by)], Now.UtcDateTime);
        return new OCSPRespGenerator().Generate(OcspRespStatus.Successful, basic).GetEncoded();
    }

    private static X509Certificate Convert(X509Certificate2 certificate) => DotNetUtilities.FromX509Certificate(certificate);
}
