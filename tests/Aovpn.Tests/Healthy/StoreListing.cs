using System.Globalization;
using System.Text;

namespace Aovpn.Tests.Healthy;

/// <summary>What <c>certutil -v -store</c> prints, with the labels of a language.</summary>
/// <param name="store">My, Root, NTAuth.</param>
internal sealed class StoreListing(string store, string language, string command)
{
    private readonly StringBuilder _text = new StringBuilder(command).Append('\n').Append(Title(store, language)).Append('\n');
    private int _count;

    private string[] Labels => language switch
    {
        "de" => ["Zertifikat", "Seriennummer", "Aussteller", "Nicht vor", "Nicht nach", "Antragsteller", "Zertifikathash(sha1)", "Schlüsselcontainer", "Anbieter",
            "Privater Schlüssel ist NICHT exportierbar.", "CertUtil: -store-Befehl wurde erfolgreich ausgeführt."],
        "fr" => ["Certificat", "Numéro de série", "Émetteur", "NotBefore", "NotAfter", "Objet", "Hach. cert. (sha1)", "Conteneur de clé", "Fournisseur",
            "La clé privée NE peut PAS être exportée", "CertUtil: -store La commande s’est terminée correctement."],
        "ja" => ["証明書", "シリアル番号", "発行者", "この日以降", "この日以前", "サブジェクト", "証明書ハッシュ(sha1)", "キー コンテナー", "プロバイダー",
            "秘密キーはエクスポートできません", "CertUtil: -store コマンドは正常に完了しました。"],
        _ => ["Certificate", "Serial Number", "Issuer", "NotBefore", "NotAfter", "Subject", "Cert Hash(sha1)", "Key Container", "Provider",
            "Private key is NOT exportable", "CertUtil: -store command completed successfully."],
    };

    /// <param name="hash">40 hexadecimal digits.</param>
    public StoreListing Add(string issuer, string subject, DateTime from, DateTime to, string hash, string[] purposes, string? dnsName = null, string? principal = null, bool hasKey = true)
    {
        var labels = Labels;
        _text.Append(CultureInfo.InvariantCulture, $"================ {labels[0]} {_count} ================\n{labels[1]}: 1f000000001c6a90e5f2b7d3a40000000000{_count:x2}\n{labels[2]}: {issuer}\n")
            .Append(CultureInfo.InvariantCulture, $" {labels[3]}: {Date(from)}\n {labels[4]}: {Date(to)}\n{labels[5]}: {subject}\n");
        if (purposes.Length > 0)
        {
            _text.Append("    2.5.29.37: Flags = 0, Length = c\n    Enhanced Key Usage\n");
            foreach (var purpose in purposes)
                _text.Append("        ").Append(purpose).Append('\n');
            _text.Append('\n');
        }

        if (dnsName is not null)
            _text.Append("    2.5.29.17: Flags = 0, Length = 13\n    Subject Alternative Name\n        DNS Name=").Append(dnsName).Append("\n\n");
        if (principal is not null)
            _text.Append("    2.5.29.17: Flags = 0, Length = 13\n    Subject Alternative Name\n        Other Name:\n             Principal Name=").Append(principal).Append("\n\n");
        _text.Append(labels[6]).Append(": ").Append(hash).Append('\n');
        if (hasKey)
        {
            _text.Append(CultureInfo.InvariantCulture, $"  {labels[7]} = {hash[..32]}_11111111-2222-3333-4444-555555555555\n  {labels[8]} = Microsoft Software Key Storage Provider\n{labels[9]}\n");
        }

        _text.Append('\n');
        _count++;
        return this;
    }

    public override string ToString() => $"{_text}{Labels[10]}\n";

    private static string Title(string store, string language) => (store, language) switch
    {
        ("My", "de") => "My \"Eigene Zertifikate\"",
        ("My", "fr") => "My \"Personnel\"",
        ("My", "ja") => "My \"個人\"",
        ("My", _) => "My \"Personal\"",
        ("Root", "de") => "Root \"Vertrauenswürdige Stammzertifizierungsstellen\"",
        ("Root", "en") => "Root \"Trusted Root Certification Authorities\"",
        _ => store,
    };

    private string Date(DateTime time) => time.ToString(
        language switch { "de" => "dd.MM.yyyy HH:mm", "fr" => "dd/MM/yyyy HH:mm", "ja" => "yyyy/MM/dd H:mm", _ => "M/d/yyyy h:mm tt" }, CultureInfo.InvariantCulture);
}
