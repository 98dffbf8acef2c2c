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
        "access eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJUcjB1YjRkb3IiOiJ4In0.c2ln-VHIwdWI0ZG9y and so on",
        "curl -H \"Authorization: Bearer Tr0ub4dor0Tr0ub4dor\" https://graph.microsoft.com/v1.0/me",
        "{ \"commandLine\": \"rasdial \\\"Corp VPN\\\" alice \\\"Tr0ub4dor 3\\\"\" }",
        "{ \"commandLine\": \"Add-VpnConnection -L2tpPsk \\\"Tr0ub4dor 3\\\" -Force\" }",
        "netsh ras set wanports secret=Tr0ub4dor",
        "netsh nps add client name=x sharedsecret=Tr0ub4dor3 state=enable",
        "net use z: \\\\files\\share /user:CORP\\alice Tr0ub4dor3",
        "net user alice Tr0ub4dor3 /domain",
        "cmdkey /add:vpn /user:alice /pass:Tr0ub4dor3",
        "runas /user:x; psexec \\\\pc -u alice -p Tr0ub4dor3 cmd",
        "openssl pkcs12 -in client.pfx -passin pass:Tr0ub4dor3 -password pass:Tr0ub4dor3",
        "certutil -p \"Tr0ub4dor 3\" -importPFX c.pfx",
        "$pfxPassword = 'Tr0ub4dor 3'",
        "$cred = New-Object PSCredential('alice', (ConvertTo-SecureString \"Tr0ub4dor 3\" -AsPlainText -Force))",
        "New-RemoteAccessRadius -Purpose Authentication -ServerName nps -SharedSecret Tr0ub4dor3",
        "EAP-Password := Tr0ub4dor3",
        "eap_secret: Tr0ub4dor3",
        "radtest alice Tr0ub4dor3 127.0.0.1 0 Tr0ub4dor3",
        "client vpn1 { secret = Tr0ub4dor3 }",
        "https://alice:Tr0ub4dor3@proxy.example/pac",
        "set VPN_PSK=Tr0ub4dor3",
        "SharedSecret        REG_SZ    Tr0ub4dor3",
        "\"DefaultPassword\"=\"Tr0ub4dor3\"",
        "http://x/?client_secret=Tr0ub4dor3&id=1",
        "(1) Login incorrect: [alice/Tr0ub4dor&3] (from client RRAS1 port 0)",
    ];

    private static readonly string[] InXml =
    [
        "<Shared_Secret dt=\"string\">Tr0ub4dor&amp;3</Shared_Secret>",
        "<Data Name=\"Password\">Tr0ub4dor&amp;3</Data>",
        "<RadiusClient SharedSecret=\"Tr0ub4dor&amp;3\" />",
        "<NativeProfile><L2tpPsk>Tr0ub4dor&amp;3</L2tpPsk></NativeProfile>",
        "<PreSharedKey>\n  Tr0ub4dor&amp;3\n</PreSharedKey>",
        "<MS-CHAP-Response data_type=\"2\">0x547230756234646f72547230756234646f72</MS-CHAP-Response>",
        "<Password><![CDATA[Tr0ub4dor&3]]></Password>",
        "<LocalAccountPassword><Value>Tr0ub4dor&amp;3</Value></LocalAccountPassword>",
        $"<Data>-----BEGIN RSA PRIVATE KEY-----\n{Key}\n-----END RSA PRIVATE KEY-----</Data>",
        "<!-- password = Tr0ub4dor&3 -->",
        "<eapUser:Password>Tr0ub4dor&amp;3</eapUser:Password>",
        "<Command>rasdial &quot;Corp VPN&quot; alice &quot;Tr0ub4dor 3&quot;</Command>",
        "<Command>powershell -c &quot;Import-PfxCertificate -Password (ConvertTo-SecureString &apos;Tr0ub4dor 3&apos; -AsPlainText -Force)&quot;</Command>",
        "<Command>Set-VpnConnection -L2tpPsk Tr0ub4dor3 -Force</Command>",
        "<Command>-SharedSecret Tr0ub4dor3</Command>",
        "<Command>netsh nps add client sharedsecret=&quot;Tr0ub4dor 3&quot;</Command>",
        "<Command Line=\"rasdial VPN alice Tr0ub4dor3\" />",
        "<Token>Bearer Tr0ub4dor0Tr0ub4dor0Tr0ub4dor</Token>",
        "<Setting Name=\"x\" Value=\"password=Tr0ub4dor3\" />",
        "<key>Password</key><string>Tr0ub4dor3</string>",
        "<add key=\"RadiusSharedSecret\" value=\"Tr0ub4dor3\" />",
    ];

    public static string In(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal) && text.Length < 40)
            return text == "none" ? "Tr0ub4dor&3" : text.Replace("= none", "= Tr0ub4dor&3", StringComparison.Ordinal).Replace(" alice none", " alice Tr0ub4dor3", StringComparison.Ordinal);
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

        // Each form is there once at least, however short the sample is.
        for (; forms == InText && next < forms.Length; next++)
            planted.Append(forms[next]).Append('\n');
        return planted.ToString();
    }

    /// <summary>Records of one line have their secrets inside. Data without names are told apart by their place and stay as they are.</summary>
    private static string Inside(string line) => line.Contains("</EventData>", StringComparison.Ordinal) && !line.Contains("<Data Name", StringComparison.Ordinal)
        ? line.Replace("</EventData>", "<Data>cmd.exe /c rasdial \"Corp VPN\" alice Tr0ub4dor3</Data><Data>&quot;C:\\Windows\\net.exe&quot; user alice &quot;Tr0ub4dor 3&quot;</Data></EventData>", StringComparison.Ordinal)
        :  line.Contains("<Data Name", StringComparison.Ordinal)
        ? line.Replace("</EventData>", "<Data Name='Password'>Tr0ub4dor</Data></EventData>", StringComparison.Ordinal)
        : line.Contains("data_type", StringComparison.Ordinal)
            ? line.Replace("</Event>", "<MS-CHAP-Response data_type=\"2\">0x547230756234646f72</MS-CHAP-Response></Event>", StringComparison.Ordinal)
            : line;
}
