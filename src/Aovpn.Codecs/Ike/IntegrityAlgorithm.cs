using System.Collections.Frozen;
using System.Globalization;

namespace Aovpn.Codecs.Ike;

/// <summary>Transform type 3, RFC 7296 §3.3.2, RFC 4868. Any value is legal on the wire: a number with names, no enumeration.</summary>
public readonly record struct IntegrityAlgorithm(ushort Value)
{
    public static readonly IntegrityAlgorithm None = new(0);
    public static readonly IntegrityAlgorithm HmacMd5 = new(1);
    public static readonly IntegrityAlgorithm HmacSha1 = new(2);
    public static readonly IntegrityAlgorithm AesXcbc = new(5);
    public static readonly IntegrityAlgorithm AesCmac = new(8);
    public static readonly IntegrityAlgorithm Aes128Gmac = new(9);
    public static readonly IntegrityAlgorithm Aes192Gmac = new(10);
    public static readonly IntegrityAlgorithm Aes256Gmac = new(11);
    public static readonly IntegrityAlgorithm HmacSha256 = new(12);
    public static readonly IntegrityAlgorithm HmacSha384 = new(13);
    public static readonly IntegrityAlgorithm HmacSha512 = new(14);

    private static readonly FrozenDictionary<ushort, string> Names = new Dictionary<ushort, string>
    {
        [0] = "none",
        [1] = "HMAC-MD5-96",
        [2] = "HMAC-SHA1-96",
        [5] = "AES-XCBC-96",
        [8] = "AES-CMAC-96",
        [9] = "AES-128-GMAC",
        [10] = "AES-192-GMAC",
        [11] = "AES-256-GMAC",
        [12] = "HMAC-SHA2-256-128",
        [13] = "HMAC-SHA2-384-192",
        [14] = "HMAC-SHA2-512-256",
    }.ToFrozenDictionary();

    /// <summary>The name that the registry gives; null for a number without one.</summary>
    public string? Name => Names.GetValueOrDefault(Value);

    public override string ToString() => Name ?? Value.ToString(CultureInfo.InvariantCulture);
}
