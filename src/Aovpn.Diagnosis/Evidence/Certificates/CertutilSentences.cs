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

    /// <returns>Whether a line says that the private key is there; null when it speaks of something else.</returns>
    public static bool? SaysKeyIsThere(string line) =>
        KeyMissing.Any(sentence => CertutilLabels.AreSame(line, sentence)) ? false
        : KeyPresent.Any(sentence => CertutilLabels.AreSame(line, sentence)) ? true : null;

    /// <returns>What the Subject Type of the basic constraints says; null when its language is not known.</returns>
    public static bool? IsAuthority(string subjectType) =>
        Authority.Any(name => CertutilLabels.AreSame(subjectType, name)) ? true
        : EndEntity.Any(name => CertutilLabels.AreSame(subjectType, name)) ? false : null;
}
