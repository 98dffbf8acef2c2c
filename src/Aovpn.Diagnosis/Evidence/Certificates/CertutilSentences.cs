using System.Collections.Frozen;

namespace Aovpn.Diagnosis.Evidence.Certificates;

/// <summary>Sentences of certutil that no structure replaces, by language where they are known.</summary>
internal static class CertutilSentences
{
    private static readonly string[] KeyMissing =
    [
        "Missing stored keyset", "Encryption test FAILED", "Signature test FAILED", "No key provider information",
        "Cannot find the certificate and private key for decryption.",
        "Keine Schlüsselanbieterinformationen", "Gespeicherter Schlüsselsatz fehlt", "Verschlüsselungstest FEHLGESCHLAGEN",
        "Aucune information sur le fournisseur de clé", "Jeu de clés stocké manquant",
    ];

    private static readonly string[] KeyPresent =
    [
        "Encryption test passed", "Signature test passed", "Private key is NOT exportable", "Private key is NOT plain text exportable",
        "Verschlüsselungstest wurde durchgeführt", "Der private Schlüssel ist NICHT exportierbar", "Signaturtest wurde durchgeführt",
        "Test de chiffrement réussi", "Verifica firma riuscita",
    ];

    private static readonly string[] Authority =
        ["CA", "Zertifizierungsstelle", "Autorité de certification", "Autorità di certificazione", "Entidad de certificación", "Autoridade de certificação"];

    private static readonly string[] EndEntity = ["End Entity", "Endeinheit", "Entité finale", "Entità finale", "Entidad final", "Entidade final"];

    private static readonly FrozenDictionary<string, bool> OfKeys =
        KeyPresent.Select(sentence => (Sentence: sentence, IsThere: true)).Concat(KeyMissing.Select(sentence => (Sentence: sentence, IsThere: false)))
            .ToFrozenDictionary(known => CertutilLabels.Folded(known.Sentence), known => known.IsThere, StringComparer.Ordinal);

    /// <returns>Whether a line says that the private key is there; null when it speaks of something else.</returns>
    public static bool? SaysKeyIsThere(CertutilLine line)
    {
        const int Longest = 120;
        if (line.Separator is not ('\0' or ':') || line.Value.Length > 0 || line.Label.Length > Longest)
            return null;
        Span<char> folded = stackalloc char[Longest + 1];
        var length = CertutilLabels.Fold(line.Label, folded);
        if (line.Separator == ':')
            folded[length++] = ':';
        return OfKeys.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded[..length], out var isThere) ? isThere : null;
    }

    /// <returns>What the Subject Type of the basic constraints says; null when its language is not known.</returns>
    public static bool? IsAuthority(string subjectType) =>
        Authority.Any(name => CertutilLabels.AreSame(subjectType, name)) ? true
        : EndEntity.Any(name => CertutilLabels.AreSame(subjectType, name)) ? false : null;
}
