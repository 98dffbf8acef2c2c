using System.Collections.Frozen;
using System.Globalization;

namespace Aovpn.Codecs.Ike;

/// <summary>Transform type 1, RFC 7296 §3.3.2, RFC 4106 (GCM), RFC 4309 (CCM). Any value is legal on the wire: a number with names, no enumeration.</summary>
public readonly record struct EncryptionAlgorithm(ushort Value)
{
    public static readonly EncryptionAlgorithm Des = new(2);
    public static readonly EncryptionAlgorithm TripleDes = new(3);
    public static readonly EncryptionAlgorithm Null = new(11);
    public static readonly EncryptionAlgorithm AesCbc = new(12);
    public static readonly EncryptionAlgorithm AesCtr = new(13);
    public static readonly EncryptionAlgorithm AesCcm8 = new(14);
    public static readonly EncryptionAlgorithm AesCcm12 = new(15);
    public static readonly EncryptionAlgorithm AesCcm16 = new(16);
    public static readonly EncryptionAlgorithm AesGcm8 = new(18);
    public static readonly EncryptionAlgorithm AesGcm12 = new(19);
    public static readonly EncryptionAlgorithm AesGcm16 = new(20);
    public static readonly EncryptionAlgorithm NullAesGmac = new(21);
    public static readonly EncryptionAlgorithm CamelliaCbc = new(23);
    public static readonly EncryptionAlgorithm ChaCha20Poly1305 = new(28);

    private static readonly FrozenDictionary<ushort, string> Names = new Dictionary<ushort, string>
    {
        [2] = "DES",
        [3] = "3DES",
        [11] = "NULL",
        [12] = "AES-CBC",
        [13] = "AES-CTR",
        [14] = "AES-CCM-8",
        [15] = "AES-CCM-12",
        [16] = "AES-CCM-16",
        [18] = "AES-GCM-8",
        [19] = "AES-GCM-12",
        [20] = "AES-GCM",
        [21] = "AES-GMAC",
        [23] = "Camellia-CBC",
        [28] = "ChaCha20-Poly1305",
    }.ToFrozenDictionary();

    /// <summary>The name that the registry gives; null for a number without one.</summary>
    public string? Name => Names.GetValueOrDefault(Value);

    /// <summary>Encrypts and authenticates at once, so that no integrity transform is chosen beside it (RFC 5282 §8).</summary>
    public bool IsCombined => Value is 14 or 15 or 16 or 18 or 19 or 20 or 28;

    public override string ToString() => Name ?? Value.ToString(CultureInfo.InvariantCulture);
}
