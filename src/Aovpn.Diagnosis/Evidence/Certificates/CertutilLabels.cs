using System.Collections.Frozen;

namespace Aovpn.Diagnosis.Evidence.Certificates;

/// <summary>
/// certutil's labels by language. A listing is understood by its structure; labels decide where structure leaves a choice, and
/// tell the language, hence the order of day and month.
/// </summary>
internal static class CertutilLabels
{
    private static readonly (string Language, CertutilField Field, string[] Labels)[] Table =
    [
        ("en", CertutilField.SerialNumber, ["Serial Number"]),
        ("en", CertutilField.Issuer, ["Issuer"]),
        ("", CertutilField.NotBefore, ["NotBefore"]),
        ("", CertutilField.NotAfter, ["NotAfter"]),
        ("en", CertutilField.NotBefore, ["Not Before"]),
        ("en", CertutilField.NotAfter, ["Not After"]),
        ("en", CertutilField.Subject, ["Subject"]),
        ("en", CertutilField.Template, ["Template", "Certificate Template Name (Certificate Type)"]),
        ("en", CertutilField.CertHash, ["Cert Hash(sha1)"]),
        ("en", CertutilField.KeyContainer, ["Key Container"]),
        ("en", CertutilField.ContainerName, ["Simple container name", "Unique container name"]),
        ("", CertutilField.Provider, ["Provider"]),
        ("en", CertutilField.AuthorityVersion, ["CA Version"]),
        ("en", CertutilField.Other,
        [
            "Version", "X509 Certificate", "Signature Algorithm", "Public Key Algorithm", "Public Key Length", "Public Key", "Certificate Extensions",
            "Non-root Certificate", "Root Certificate", "Signature matches Public Key", "Possible Root Certificate", "Archived!", "Issued Common Name",
            "Key Id Hash(rfc-sha1)", "Key Id Hash(sha1)", "Key Id Hash(bcrypt-sha1)", "Key Id Hash(bcrypt-sha256)", "Key Id Hash(md5)", "Key Id Hash(sha256)",
            "Cert Hash(md5)", "Cert Hash(sha256)", "Signature Hash", "Signature", "ProviderType", "Flags", "KeySpec", "Element 0",
            "No key provider information", "Cannot find the certificate and private key for decryption.", "Private key is NOT exportable",
            "Private key is NOT plain text exportable", "Encryption test passed", "Signature test passed", "Encryption test FAILED",
            "Signature test FAILED", "Missing stored keyset",
        ]),

        ("de", CertutilField.SerialNumber, ["Seriennummer"]),
        ("de", CertutilField.Issuer, ["Aussteller"]),
        ("de", CertutilField.NotBefore, ["Nicht vor"]),
        ("de", CertutilField.NotAfter, ["Nicht nach"]),
        ("de", CertutilField.Subject, ["Antragsteller"]),
        ("de", CertutilField.Template, ["Vorlage"]),
        ("de", CertutilField.CertHash, ["Zertifikathash(sha1)"]),
        ("de", CertutilField.KeyContainer, ["Schlüsselcontainer"]),
        ("de", CertutilField.ContainerName, ["Einfacher Containername", "Eindeutiger Containername"]),
        ("de", CertutilField.Provider, ["Anbieter"]),
        ("de", CertutilField.Other, ["Kein Stammzertifikat", "Stammzertifikat"]),

        ("fr", CertutilField.SerialNumber, ["Numéro de série"]),
        ("fr", CertutilField.Issuer, ["Émetteur"]),
        ("fr", CertutilField.Subject, ["Objet", "Sujet"]),
        ("fr", CertutilField.Template, ["Modèle"]),
        ("fr", CertutilField.CertHash, ["Hach. cert. (sha1)"]),
        ("fr", CertutilField.KeyContainer, ["Conteneur de clé"]),
        ("fr", CertutilField.ContainerName, ["Nom de conteneur simple", "Nom de conteneur unique"]),
        ("fr", CertutilField.Provider, ["Fournisseur"]),

        ("it", CertutilField.SerialNumber, ["Numero di serie"]),
        ("it", CertutilField.Issuer, ["Autorità emittente", "Emittente"]),
        ("it", CertutilField.Subject, ["Soggetto"]),
        ("it", CertutilField.Template, ["Modello"]),
        ("it", CertutilField.CertHash, ["Hash certificato (sha1)"]),
        ("it", CertutilField.KeyContainer, ["Contenitore chiave", "Contenitore di chiavi"]),

        ("es", CertutilField.SerialNumber, ["Número de serie"]),
        ("es", CertutilField.Issuer, ["Emisor"]),
        ("es", CertutilField.Subject, ["Sujeto", "Asunto"]),
        ("es", CertutilField.Template, ["Plantilla"]),
        ("es", CertutilField.CertHash, ["Hash de cert.(sha1)", "Hash de certificado(sha1)"]),
        ("es", CertutilField.KeyContainer, ["Contenedor de claves", "Contenedor de clave"]),
        ("es", CertutilField.Provider, ["Proveedor"]),

        ("pt", CertutilField.SerialNumber, ["Número de Série"]),
        ("pt", CertutilField.Issuer, ["Emissor"]),
        ("pt", CertutilField.Subject, ["Requerente", "Entidade", "Assunto"]),
        ("pt", CertutilField.CertHash, ["Hash Cert.(sha1)", "Hash do Certificado(sha1)"]),
        ("pt", CertutilField.KeyContainer, ["Contêiner de Chave", "Contêiner da Chave", "Contentor de Chaves"]),
        ("pt", CertutilField.Provider, ["Provedor", "Fornecedor"]),

        ("ru", CertutilField.SerialNumber, ["Серийный номер"]),
        ("ru", CertutilField.Issuer, ["Издатель"]),
        ("ru", CertutilField.Subject, ["Субъект"]),
        ("ru", CertutilField.Template, ["Шаблон"]),
        ("ru", CertutilField.CertHash, ["Хеш сертификата(sha1)", "Хэш сертификата(sha1)"]),
        ("ru", CertutilField.KeyContainer, ["Контейнер ключа", "Контейнер ключей"]),

        ("ja", CertutilField.SerialNumber, ["シリアル番号"]),
        ("ja", CertutilField.Issuer, ["発行者"]),
        ("ja", CertutilField.Subject, ["サブジェクト"]),
        ("ja", CertutilField.Template, ["テンプレート"]),
        ("ja", CertutilField.CertHash, ["証明書ハッシュ(sha1)"]),
        ("ja", CertutilField.KeyContainer, ["キー コンテナー", "キー コンテナ"]),
        ("ja", CertutilField.Provider, ["プロバイダー", "プロバイダ"]),

        ("zh", CertutilField.SerialNumber, ["序列号", "序號"]),
        ("zh", CertutilField.Issuer, ["颁发者", "簽發者", "發行者"]),
        ("zh", CertutilField.Subject, ["使用者", "主體", "主题"]),
        ("zh", CertutilField.Template, ["模板", "範本"]),
        ("zh", CertutilField.CertHash, ["证书哈希(sha1)", "憑證雜湊(sha1)"]),
        ("zh", CertutilField.KeyContainer, ["密钥容器", "金鑰容器"]),
        ("zh", CertutilField.Provider, ["提供程序", "提供者"]),
    ];

    /// <summary>No label is longer, and blanks within one are few.</summary>
    private const int LongestLabel = 200;

    private static readonly FrozenDictionary<string, (string Language, CertutilField Field)> ByLabel = Index();

    /// <returns>What a label says and in which language, empty when it is common to several; Unknown for any other text.</returns>
    public static (string Language, CertutilField Field) Find(ReadOnlySpan<char> label)
    {
        if (label.Length > LongestLabel)
            return ("", CertutilField.Unknown);
        Span<char> folded = stackalloc char[LongestLabel];
        return ByLabel.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded[..Fold(label, folded)], out var known) ? known : ("", CertutilField.Unknown);
    }

    /// <summary>The same words, code page damage aside.</summary>
    public static bool AreSame(string text, string other) => Folded(text) == Folded(other);

    /// <summary>
    /// Spaces dropped, ASCII in lower case, Latin letters with marks all alike: output in the OEM code page loses them to U+FFFD or
    /// to other letters.
    /// </summary>
    public static string Folded(string label)
    {
        var folded = new char[label.Length];
        return new(folded, 0, Fold(label, folded));
    }

    /// <summary>The same into a span as long as the label.</summary>
    /// <returns>Characters written.</returns>
    public static int Fold(ReadOnlySpan<char> label, Span<char> folded)
    {
        var at = 0;
        foreach (var letter in label)
        {
            if (char.IsAsciiLetterLower(letter))
                folded[at++] = letter;
            else if (!char.IsWhiteSpace(letter))
                folded[at++] = letter is '?' or '\uFFFD' or (>= '\u0080' and < '\u0250') or (>= '\u2000' and < '\u2600') ? '\uFFFD' : char.ToLowerInvariant(letter);
        }

        return at;
    }

    private static FrozenDictionary<string, (string Language, CertutilField Field)> Index()
    {
        var index = new Dictionary<string, (string Language, CertutilField Field)>(StringComparer.Ordinal);
        foreach (var (language, field, labels) in Table)
        {
            foreach (var label in labels)
                index.TryAdd(Folded(label), (language, field));
        }

        return index.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
