using System.Collections.Frozen;
using System.Globalization;

namespace Aovpn.Codecs.Ike;

/// <summary>Form of a certificate, RFC 7296 §3.6. Any value is legal on the wire: a number with names, no enumeration.</summary>
public readonly record struct CertificateEncoding(byte Value)
{
    public static readonly CertificateEncoding Pkcs7 = new(1);
    public static readonly CertificateEncoding X509Signature = new(4);
    public static readonly CertificateEncoding Crl = new(7);
    public static readonly CertificateEncoding RawRsaKey = new(11);
    public static readonly CertificateEncoding HashAndUrl = new(12);
    public static readonly CertificateEncoding HashAndUrlBundle = new(13);
    public static readonly CertificateEncoding Ocsp = new(14);

    private static readonly FrozenDictionary<byte, string> Names = new Dictionary<byte, string>
    {
        [1] = "PKCS #7 wrapped X.509 certificate",
        [4] = "X.509 Certificate - Signature",
        [7] = "Certificate Revocation List",
        [11] = "Raw RSA Key",
        [12] = "Hash and URL of X.509 certificate",
        [13] = "Hash and URL of X.509 bundle",
        [14] = "OCSP Content",
    }.ToFrozenDictionary();

    /// <summary>The name that the registry gives; null for a number without one.</summary>
    public string? Name => Names.GetValueOrDefault(Value);

    public override string ToString() => Name ?? Value.ToString(CultureInfo.InvariantCulture);
}
