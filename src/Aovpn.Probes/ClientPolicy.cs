using System.Collections.Immutable;
using Aovpn.Codecs.Ike;

namespace Aovpn.Probes;

/// <summary>The algorithms that a client proposes, from what its administrator set: CryptographySuite of a profile, Set-VpnConnectionIPsecConfiguration, or a suite as strongSwan writes it.</summary>
/// <param name="Ike">For the IKE SA.</param>
/// <param name="Esp">For the tunnel.</param>
public sealed record ClientPolicy(ImmutableArray<IkeSuite> Ike, ImmutableArray<IkeSuite> Esp)
{
    /// <summary>What Windows proposes where nothing is set.</summary>
    public static ClientPolicy WindowsDefault => new(WindowsProposals.Default, WindowsProposals.DefaultEsp);

    /// <summary>From the settings of a custom policy by name; settings that are missing or unknown fall back to Windows' defaults.</summary>
    public static ClientPolicy Of(ImmutableDictionary<string, string> settings)
    {
        var defaults = WindowsDefault;
        var ike = Cipher(settings.GetValueOrDefault("EncryptionMethod")) is var (encryption, bits)
            && Hash(settings.GetValueOrDefault("IntegrityCheckMethod")) is var (function, integrity)
            && Group(settings.GetValueOrDefault("DHGroup")) is { } group
            ? [new IkeSuite(encryption, bits, encryption.IsCombined ? IntegrityAlgorithm.None : integrity, function, group)]
            : defaults.Ike;
        var esp = Cipher(settings.GetValueOrDefault("CipherTransformConstants")) is var (espEncryption, espBits)
            && (espEncryption.IsCombined || Hash(settings.GetValueOrDefault("AuthenticationTransformConstants")) is not null)
            ? [new IkeSuite(espEncryption, espBits, espEncryption.IsCombined ? IntegrityAlgorithm.None : Hash(settings["AuthenticationTransformConstants"])!.Value.Integrity, default, KeyExchangeMethod.None)]
            : defaults.Esp;
        return new(ike, esp);
    }

    /// <summary>Reads <c>aes256-sha256-modp2048</c>, <c>aes256gcm16-prfsha384-ecp384</c>: cipher, hash, group.</summary>
    /// <returns>Null if a part is unknown.</returns>
    public static IkeSuite? Suite(string text)
    {
        var parts = text.Trim().ToLowerInvariant().Split('-');
        return parts is [var cipher, var hash, var group]
            && Cipher(cipher) is var (encryption, bits) && Hash(hash.Replace("prf", "", StringComparison.Ordinal)) is var (function, integrity) && Group(group) is { } method
            ? new(encryption, bits, encryption.IsCombined ? IntegrityAlgorithm.None : integrity, function, method)
            : null;
    }

    /// <summary>Reads <c>aes256-sha256</c> or <c>aes256gcm16</c>.</summary>
    /// <returns>Null if a part is unknown.</returns>
    public static IkeSuite? EspSuite(string text)
    {
        var parts = text.Trim().ToLowerInvariant().Split('-');
        if (Cipher(parts[0]) is not var (encryption, bits))
            return null;
        if (encryption.IsCombined)
            return parts.Length == 1 ? new(encryption, bits, IntegrityAlgorithm.None, default, KeyExchangeMethod.None) : null;

        return parts.Length == 2 && Hash(parts[1]) is var (_, integrity) ? new(encryption, bits, integrity, default, KeyExchangeMethod.None) : null;
    }

    private static (EncryptionAlgorithm Algorithm, int? Bits)? Cipher(string? name) => name?.ToUpperInvariant().Replace("_", "", StringComparison.Ordinal) switch
    {
        "DES" => (EncryptionAlgorithm.Des, null),
        "3DES" or "DES3" => (EncryptionAlgorithm.TripleDes, null),
        "AES128" => (EncryptionAlgorithm.AesCbc, 128),
        "AES192" => (EncryptionAlgorithm.AesCbc, 192),
        "AES256" => (EncryptionAlgorithm.AesCbc, 256),
        "AESGCM128" or "GCMAES128" or "AES128GCM16" => (EncryptionAlgorithm.AesGcm16, 128),
        "AESGCM192" or "GCMAES192" or "AES192GCM16" => (EncryptionAlgorithm.AesGcm16, 192),
        "AESGCM256" or "GCMAES256" or "AES256GCM16" => (EncryptionAlgorithm.AesGcm16, 256),
        "AES128GCM12" => (EncryptionAlgorithm.AesGcm12, 128),
        "AES256GCM12" => (EncryptionAlgorithm.AesGcm12, 256),
        "AES128GCM8" => (EncryptionAlgorithm.AesGcm8, 128),
        "AES256GCM8" => (EncryptionAlgorithm.AesGcm8, 256),
        _ => null,
    };

    private static (PseudorandomFunction Function, IntegrityAlgorithm Integrity)? Hash(string? name) => name?.ToUpperInvariant() switch
    {
        "MD5" or "MD596" => (PseudorandomFunction.HmacMd5, IntegrityAlgorithm.HmacMd5),
        "SHA1" or "SHA" or "SHA196" => (PseudorandomFunction.HmacSha1, IntegrityAlgorithm.HmacSha1),
        "SHA256" or "SHA256128" => (PseudorandomFunction.HmacSha256, IntegrityAlgorithm.HmacSha256),
        "SHA384" => (PseudorandomFunction.HmacSha384, IntegrityAlgorithm.HmacSha384),
        "SHA512" => (PseudorandomFunction.HmacSha512, IntegrityAlgorithm.HmacSha512),
        _ => null,
    };

    private static KeyExchangeMethod? Group(string? name) => name?.ToUpperInvariant() switch
    {
        "GROUP1" or "MODP768" => KeyExchangeMethod.Modp768,
        "GROUP2" or "MODP1024" => KeyExchangeMethod.Modp1024,
        "GROUP5" or "MODP1536" => KeyExchangeMethod.Modp1536,
        "GROUP14" or "MODP2048" => KeyExchangeMethod.Modp2048,
        "GROUP15" or "MODP3072" => KeyExchangeMethod.Modp3072,
        "GROUP16" or "MODP4096" => KeyExchangeMethod.Modp4096,
        "GROUP24" or "MODP2048S256" => KeyExchangeMethod.Modp2048Subgroup256,
        "ECP256" or "GROUP19" => KeyExchangeMethod.Ecp256,
        "ECP384" or "GROUP20" => KeyExchangeMethod.Ecp384,
        "ECP521" or "GROUP21" => KeyExchangeMethod.Ecp521,
        "X25519" or "CURVE25519" or "GROUP31" => KeyExchangeMethod.X25519,
        _ => null,
    };
}
