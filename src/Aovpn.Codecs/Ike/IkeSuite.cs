namespace Aovpn.Codecs.Ike;

/// <summary>The algorithms of an SA: one of each type. Of a CHILD_SA, the PRF is the IKE SA's and the key exchange may be none.</summary>
/// <param name="KeyLength">Of the cipher, in bits; null for ciphers of one length.</param>
/// <param name="Integrity">None for a combined cipher.</param>
public sealed record IkeSuite(
    EncryptionAlgorithm Encryption, int? KeyLength, IntegrityAlgorithm Integrity, PseudorandomFunction Prf, KeyExchangeMethod KeyExchange)
{
    /// <summary>Bytes of the cipher's key on the wire's account: with the salt of GCM (RFC 5282 §7.1); 0 for a cipher that this program lacks.</summary>
    public int EncryptionKeySize => Encryption.Value switch
    {
        2 => 8,
        3 => 24,
        11 => 0,
        12 => (KeyLength ?? 128) / 8,
        18 or 19 or 20 => ((KeyLength ?? 128) / 8) + IkeCipher.GcmSaltSize,
        _ => 0,
    };

    /// <summary>Bytes of the integrity key; 0 for none.</summary>
    public int IntegrityKeySize => Integrity.Value switch { 1 => 16, 2 => 20, 12 => 32, 13 => 48, 14 => 64, _ => 0 };

    /// <summary>Bytes of the integrity check value, the combined cipher's tag included.</summary>
    public int CheckValueSize => Encryption.Value switch
    {
        18 => 8,
        19 => 12,
        20 => 16,
        _ => Integrity.Value switch { 1 or 2 => 12, 12 => 16, 13 => 24, 14 => 32, _ => 0 },
    };

    /// <summary>Whether this program has the cipher, the integrity algorithm and the PRF; the key exchange is asked of <see cref="Ike.KeyExchange"/>.</summary>
    public bool IsSupported =>
        Encryption.Value is 2 or 3 or 12 or 18 or 19 or 20
        && (Encryption.IsCombined || IntegrityKeySize > 0)
        && Pseudorandom.Supports(Prf);

    /// <summary>The suite that a proposal of single transforms names; null if one that is needed is missing or there several times.</summary>
    /// <param name="chosen">From the responder's SA payload.</param>
    /// <param name="prf">For ESP, the IKE SA's PRF; null for IKE.</param>
    public static IkeSuite? Of(Proposal chosen, PseudorandomFunction? prf = null)
    {
        var encryption = Only(chosen, TransformType.Encryption);
        var function = Only(chosen, TransformType.PseudorandomFunction);
        if (encryption is null || (prf is null && function is null))
            return null;

        return new(
            new(encryption.Id), encryption.KeyLength, new(Only(chosen, TransformType.Integrity)?.Id ?? 0),
            prf ?? new(function!.Id), new(Only(chosen, TransformType.KeyExchange)?.Id ?? 0));
    }

    /// <summary>The transforms that propose just this suite.</summary>
    public IEnumerable<Transform> Transforms()
    {
        yield return new(Encryption, KeyLength);
        if (Integrity != IntegrityAlgorithm.None)
            yield return new(Integrity);

        yield return new(Prf);
        yield return new(KeyExchange);
    }

    /// <summary>"AES-CBC-256, HMAC-SHA2-256-128, MODP-2048 (group 14)"; the PRF stands in where a combined cipher has no integrity algorithm.</summary>
    public override string ToString()
    {
        var cipher = new Transform(Encryption, KeyLength).ToString();
        var hash = Integrity != IntegrityAlgorithm.None ? Integrity.ToString() : $"PRF {Prf}";
        return KeyExchange != KeyExchangeMethod.None ? $"{cipher}, {hash}, {KeyExchange}" : $"{cipher}, {hash}";
    }

    private static Transform? Only(Proposal chosen, TransformType type)
    {
        var all = chosen.Of(type).ToArray();
        return all.Length == 1 ? all[0] : null;
    }
}
