using System.Text;

namespace Aovpn.Tests.Redaction;

/// <summary>Puts secrets into evidence, in the forms in which each kind writes them, between its own lines.</summary>
internal static class PlantedSecrets
{
    private const string Key = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjVHIwdWI0ZG9yAgEAAoIBAQC7";

    private static readonly string[] InText =
    [
        "SharedSecret : Tr0ub4dor&3",
        "the password is Tr0ub4dor&3 by the way",
        "Authorization: Bearer Tr0ub4dor.eyJ0eXAiOiJKV1Qi",
        "Set-VpnConnection -Name 'VPN' -L2tpPsk 'Tr0ub4dor&3' -Force",
        "Import-PfxCertificate -FilePath c.pfx -Password (ConvertTo-SecureString 'Tr0ub4dor&3' -AsPlainText -Force)",
        "add client name = \"RRAS1\" address = \"192.0.2.1\" sharedsecret = \"Tr0ub4dor&3\"",
        "rasdial \"Corp VPN\" alice Tr0ub4dor&3",
        "%any : PSK \"Tr0ub4dor&3\"",
        "{ \"client_secret\": \"Tr0ub4dor&3\" }",
        "(0)   MS-CHAP2-Response = 0x547230756234646f72547230756234646f72",
        $"-----BEGIN PRIVATE KEY-----\n{Key}\n{Key}\n-----END PRIVATE KEY-----",
        $"-----BEGIN ENCRYPTED PRIVATE KEY-----{Key}-----END ENCRYPTED PRIVATE KEY-----",
        Key + Key,
        "Kennwort = Tr0ub4dor&3",
        "(1) Login incorrect: [alice/Tr0ub4dor&3] (from client RRAS1 port 0)",
    ];

    private static readonly string[] InXml =
    [
        "<Shared_Secret dt=\"string\">Tr0ub4dor&amp;3</Shared_Secret>",
        "<Data Name=\"Password\">Tr0ub4dor&amp;3</Data>",
        "<RadiusClient SharedSecret=\"Tr0ub4dor&amp;3\" />",
        "<PreSharedKey>\n  Tr0ub4dor&amp;3\n</PreSharedKey>",
        "<MS-CHAP-Response data_type=\"2\">0x547230756234646f72547230756234646f72</MS-CHAP-Response>",
        "<Password><![CDATA[Tr0ub4dor&3]]></Password>",
        "<LocalAccountPassword><Value>Tr0ub4dor&amp;3</Value></LocalAccountPassword>",
        $"<Data>-----BEGIN RSA PRIVATE KEY-----\n{Key}\n-----END RSA PRIVATE KEY-----</Data>",
        "<!-- password = Tr0ub4dor&3 -->",
    ];

    public static string In(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal) && text.Length < 40)
            return text == "none" ? "Tr0ub4dor&3" : text.Replace("= none", "= Tr0ub4dor&3", StringComparison.Ordinal);
        var forms = text.TrimStart('\uFEFF', 'ï', '»', '¿').StartsWith('<') ? InXml : InText;
        var planted = new StringBuilder();
        var (next, inData) = (0, false);
        foreach (var line in text.Split('\n'))
        {
            planted.Append(Inside(line)).Append('\n');
            inData = line.Contains("<EventData", StringComparison.Ordinal) || (inData && !line.Contains("</EventData", StringComparison.Ordinal));
            // Between lines of text; between elements, not inside of a tag, and not among data that are told apart by their place.
            if (forms == InText || (line.TrimEnd().EndsWith('>') && !inData))
                planted.Append(forms[next++ % forms.Length]).Append('\n');
        }

        return planted.ToString();
    }

    /// <summary>Records of one line have their secrets inside. Data without names are told apart by their place and stay as they are.</summary>
    private static string Inside(string line) => line.Contains("<Data Name", StringComparison.Ordinal)
        ? line.Replace("</EventData>", "<Data Name='Password'>Tr0ub4dor</Data></EventData>", StringComparison.Ordinal)
        : line.Contains("data_type", StringComparison.Ordinal)
            ? line.Replace("</Event>", "<MS-CHAP-Response data_type=\"2\">0x547230756234646f72</MS-CHAP-Response></Event>", StringComparison.Ordinal)
            : line;
}
