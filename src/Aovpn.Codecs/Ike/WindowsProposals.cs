using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike;

/// <summary>
/// What a Windows client proposes: one suite a proposal, in the order seen on the wire from Windows 10 and 11 (strongSwan's page about Windows clients
/// and logs that users published).
/// </summary>
public static class WindowsProposals
{
    private static readonly ImmutableArray<(PseudorandomFunction Prf, IntegrityAlgorithm Integrity)> Hashes =
    [
        (PseudorandomFunction.HmacSha1, IntegrityAlgorithm.HmacSha1),
        (PseudorandomFunction.HmacSha256, IntegrityAlgorithm.HmacSha256),
        (PseudorandomFunction.HmacSha384, IntegrityAlgorithm.HmacSha384),
    ];

    /// <summary>Group 2 throughout: 3DES, AES-CBC 128 to 256, AES-GCM 128 and 256, each with SHA-1, SHA-256 and SHA-384.</summary>
    public static ImmutableArray<IkeSuite> Default =>
    [
        .. WithHashes(EncryptionAlgorithm.TripleDes, null, KeyExchangeMethod.Modp1024),
        .. WithHashes(EncryptionAlgorithm.AesCbc, 128, KeyExchangeMethod.Modp1024),
        .. WithHashes(EncryptionAlgorithm.AesCbc, 192, KeyExchangeMethod.Modp1024),
        .. WithHashes(EncryptionAlgorithm.AesCbc, 256, KeyExchangeMethod.Modp1024),
        .. WithHashes(EncryptionAlgorithm.AesGcm16, 128, KeyExchangeMethod.Modp1024),
        .. WithHashes(EncryptionAlgorithm.AesGcm16, 256, KeyExchangeMethod.Modp1024),
    ];

    /// <summary>What <c>NegotiateDH2048_AES256</c> adds (value 1) or leaves alone (value 2): AES-CBC-256 with group 14.</summary>
    public static ImmutableArray<IkeSuite> NegotiateDh2048Aes256 => [.. WithHashes(EncryptionAlgorithm.AesCbc, 256, KeyExchangeMethod.Modp2048)];

    /// <summary>Transforms of the ESP proposals: each cipher with HMAC-SHA1, NULL last.</summary>
    public static ImmutableArray<IkeSuite> DefaultEsp =>
    [
        Esp(EncryptionAlgorithm.AesCbc, 256), Esp(EncryptionAlgorithm.AesCbc, 128), Esp(EncryptionAlgorithm.TripleDes, null),
        Esp(EncryptionAlgorithm.Des, null), Esp(EncryptionAlgorithm.Null, null),
    ];

    private static IEnumerable<IkeSuite> WithHashes(EncryptionAlgorithm encryption, int? keyLength, KeyExchangeMethod group) => Hashes.Select(
        hash => new IkeSuite(encryption, keyLength, encryption.IsCombined ? IntegrityAlgorithm.None : hash.Integrity, hash.Prf, group));

    private static IkeSuite Esp(EncryptionAlgorithm encryption, int? keyLength) =>
        new(encryption, keyLength, IntegrityAlgorithm.HmacSha1, default, KeyExchangeMethod.None);
}
