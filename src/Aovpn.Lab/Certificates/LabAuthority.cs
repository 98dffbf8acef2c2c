using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Aovpn.Lab.Certificates;

/// <summary>A certification authority that exists in memory only: a root that issues what a deployment needs, and what breaks it.</summary>
public sealed class LabAuthority : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    private readonly X509Certificate2 _root;
    private readonly AsymmetricAlgorithm _key;
    private readonly DateTimeOffset _now;
    private readonly bool _rsa;

    /// <param name="name">Common name of the root.</param>
    /// <param name="now">The time about which certificates are in force.</param>
    /// <param name="rsa">RSA keys, as AD CS makes them; ECDSA P-256 otherwise, which is quick.</param>
    public LabAuthority(string name, DateTimeOffset now, bool rsa = false)
    {
        (_now, _rsa, _key) = (now, rsa, NewKey(rsa));
        var request = Request("CN=" + name, _key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        _root = request.CreateSelfSigned(now - Lifetime, now + (10 * Lifetime));
    }

    private LabAuthority(string name, LabAuthority above)
    {
        (_now, _rsa, _key) = (above._now, above._rsa, NewKey(above._rsa));
        var request = Request("CN=" + name, _key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        _root = request.Create(above._root.SubjectName, above.Signature, _now - Lifetime, _now + (5 * Lifetime), RandomNumberGenerator.GetBytes(16));
    }

    /// <summary>An issuing authority below this one.</summary>
    public LabAuthority Subordinate(string name) => new(name, this);

    /// <summary>DER of the authority's own certificate: the root.</summary>
    public ImmutableArray<byte> Root => [.. _root.RawData];

    /// <param name="name">Common name; a DNS name in the alternative names as well, unless it is a user's.</param>
    /// <param name="purposes">Enhanced key usages; none: no such extension.</param>
    /// <param name="begins">Null: a day ago.</param>
    /// <param name="ends">Null: in a year.</param>
    /// <param name="moreNames">DNS names that make the certificate large.</param>
    public LabCertificate Issue(
        string name, ImmutableArray<string> purposes, DateTimeOffset? begins = null, DateTimeOffset? ends = null, IEnumerable<string>? moreNames = null)
    {
        var key = NewKey(_rsa);
        var request = Request("CN=" + name, key);
        var names = new SubjectAlternativeNameBuilder();
        if (name.Contains('@', StringComparison.Ordinal))
            names.AddUserPrincipalName(name);
        else
            names.AddDnsName(name);
        foreach (var more in moreNames ?? [])
            names.AddDnsName(more);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment, critical: true));
        if (!purposes.IsEmpty)
        {
            var usage = new OidCollection();
            foreach (var purpose in purposes)
                usage.Add(new Oid(purpose));
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(usage, critical: false));
        }

        using var issued = request.Create(
            _root.SubjectName, Signature, begins ?? _now.AddDays(-1), ends ?? _now + Lifetime, RandomNumberGenerator.GetBytes(16));
        return new([[.. issued.RawData]], key);
    }

    public void Dispose()
    {
        _root.Dispose();
        _key.Dispose();
    }

    private X509SignatureGenerator Signature =>
        _key is RSA rsa ? X509SignatureGenerator.CreateForRSA(rsa, RSASignaturePadding.Pkcs1) : X509SignatureGenerator.CreateForECDsa((ECDsa)_key);

    private static AsymmetricAlgorithm NewKey(bool rsa) => rsa ? RSA.Create(2048) : ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private static CertificateRequest Request(string subject, AsymmetricAlgorithm key) => key is RSA rsa
        ? new(subject, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
        : new(subject, (ECDsa)key, HashAlgorithmName.SHA256);
}
