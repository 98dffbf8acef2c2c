using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike.Keys;

/// <summary>The algorithms as Wireshark's table of IKEv2 keys names them: "AES-CBC-256 [RFC3602]", "HMAC_SHA2_256_128 [RFC4868]". What stands in brackets does not matter.</summary>
internal static class WiresharkSuite
{
    private static readonly ImmutableArray<(string Name, EncryptionAlgorithm Algorithm)> Ciphers =
    [
        ("3DES", EncryptionAlgorithm.TripleDes),
        ("DES", EncryptionAlgorithm.Des),
        .. Sized("AES-CBC-#", EncryptionAlgorithm.AesCbc),
        .. Sized("AES-GCM-# with 16 octet ICV", EncryptionAlgorithm.AesGcm16),
        .. Sized("AES-GCM-# with 12 octet ICV", EncryptionAlgorithm.AesGcm12),
        .. Sized("AES-GCM-# with 8 octet ICV", EncryptionAlgorithm.AesGcm8),
    ];

    private static readonly ImmutableArray<(string Name, IntegrityAlgorithm Algorithm)> Checks =
    [
        ("NONE", IntegrityAlgorithm.None),
        ("HMAC_MD5_96", IntegrityAlgorithm.HmacMd5),
        ("HMAC_SHA1_96", IntegrityAlgorithm.HmacSha1),
        ("HMAC_SHA2_256_128", IntegrityAlgorithm.HmacSha256),
        ("HMAC_SHA2_384_192", IntegrityAlgorithm.HmacSha384),
        ("HMAC_SHA2_512_256", IntegrityAlgorithm.HmacSha512),
    ];

    /// <returns>Null for names that this program does not have. PRF and key exchange play no part in opening and are none.</returns>
    public static IkeSuite? Of(string cipher, string check)
    {
        var (encryption, integrity) = (Bare(cipher), Bare(check));
        var named = Ciphers.FirstOrDefault(one => one.Name == encryption);
        var checkedBy = Checks.FirstOrDefault(one => one.Name == integrity);
        return named.Name is null || checkedBy.Name is null ? null : new(
            named.Algorithm, Length(encryption), named.Algorithm.IsCombined ? IntegrityAlgorithm.None : checkedBy.Algorithm, PseudorandomFunction.HmacSha256, KeyExchangeMethod.None);
    }

    private static IEnumerable<(string Name, EncryptionAlgorithm Algorithm)> Sized(string name, EncryptionAlgorithm algorithm) =>
        ((string[])["128", "192", "256"]).Select(bits => (name.Replace("#", bits, StringComparison.Ordinal), algorithm));

    private static int? Length(string cipher) => cipher.Contains("-128", StringComparison.Ordinal) ? 128 : cipher.Contains("-192", StringComparison.Ordinal) ? 192 : cipher.Contains("-256", StringComparison.Ordinal) ? 256 : null;

    private static string Bare(string name) => name.IndexOf('[', StringComparison.Ordinal) is var bracket and >= 0 ? name[..bracket].Trim() : name.Trim();
}
