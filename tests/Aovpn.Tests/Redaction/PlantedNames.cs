using System.Text;
using System.Text.RegularExpressions;

namespace Aovpn.Tests.Redaction;

/// <summary>
/// Puts names into evidence that stand nowhere else: our samples' own people, machines, connections and addresses are renamed, and between their
/// lines stand the fields in which Windows' tools, logs and scripts write names down.
/// </summary>
internal static class PlantedNames
{
    /// <summary>What no redacted output may hold: user, host, domain, connection, addresses, hardware address, security identifier, thumbprint, tenant.</summary>
    public static readonly string[] Tokens =
    [
        "quux", "zelph", "klaatu", "barada", "nikto", "xyzzy", "100.96.2.", "100.97.100.", "100.98.113.", "100.99.", "2001:db8", "02-CA-FE", "02:CA:FE", "02 CA FE", "707070707", "deadbeef", "de ad be ef",
        "5eed5eed",
    ];

    private static readonly string[] Accounts =
        ["alice", "bob", "carol", "dave", "erin", "frank", "grace", "heidi", "ivan", "judy", "mallory", "niaj", "olivia"];

    private const string Tenant = "5eed5eed-1111-4222-8333-444444444444";

    private const string Thumbprint = "deadbeefdeadbeefdeadbeefdeadbeefdeadbeef";

    private static readonly string[] InText =
    [
        // systeminfo, whoami, set, net user, quser, klist, dsregcmd, gpresult
        "Registered Owner:              Zelphira Quuxley",
        "Registered Organization:       Quuxtoso Ltd",
        "Logon Server:                  \\\\KLAATUDC1",
        "USERDOMAIN=QUUXNET",
        "USERNAME=zelphira9",
        "COMPUTERNAME=KLAATU88",
        "LOGONSERVER=\\\\KLAATUDC2",
        "quuxnet\\zelphira9  S-1-5-21-707070707-1177238915-682003330-1105",
        "#0>     Client: zelphira7 @ QUUX.INTRA",
        "        Server: krbtgt/QUUX.INTRA @ QUUX.INTRA",
        "        Kdc Called: KLAATUDC3",
        $"             TenantId : {Tenant}",
        "           TenantName : Quuxtoso Corporation",
        $"             DeviceId : {Tenant}",
        $"AzureAdPrtAuthority : https://login.microsoftonline.com/{Tenant}",
        $"GET https://sts.windows.net/{Tenant}/ for the tenant",
        "    Executing Account Name : QUUXNET\\zelphira8, zelphira8@quuxmail.org",
        // addresses
        "   Physical Address. . . . . . . . . : 02-CA-FE-00-00-07",
        "   IPv6 Address. . . . . . . . . . . : 2001:db8:77::7(Preferred)",
        "   Default Gateway . . . . . . . . . : fe80::1%7",
        "  100.99.7.7           02-ca-fe-00-00-08     dynamic",
        "Reply from 100.99.7.8: bytes=32 time=9ms TTL=55",
        "Pinging klaatu5 [100.99.7.9] with 32 bytes of data:",
        "Resolve-DnsName klaatu6 -Type A",
        "Test-NetConnection -ComputerName KLAATU9 -Port 443",
        "Enter-PSSession -ComputerName \"KLAATU10\" -Credential QUUXNET\\zelphira11",
        // connections, profiles, namespaces, policies
        "rasdial \"Xyzzy Link\"",
        "Get-VpnConnection -Name 'Xyzzy Office' -AllUserConnection",
        "Add-VpnConnection -Name \"Xyzzy Branch\" -ServerAddress klaatu7",
        "Set-VpnConnectionIPsecConfiguration -ConnectionName 'Xyzzy IKE' -AuthenticationTransformConstants GCMAES256",
        "$ProfileName = 'Xyzzy Always On'",
        "\n[Xyzzy Phonebook]\nEncoding=1",
        "    AutoTriggerProfileEntryName    REG_SZ    Xyzzy Trigger",
        "\"AutoTriggerProfileEntryName\"=\"Xyzzy Reg\"",
        " 35...........................Xyzzy Route",
        "  9...02 ca fe 00 00 09 ......Hyper-V Adapter",
        "InterfaceAlias       : Xyzzy Alias",
        "PPP adapter Xyzzy Ras:",
        "./User/Vendor/MSFT/VPNv2/Xyzzy%20Oma/ProfileXML",
        "./Device/Vendor/MSFT/VPNv2/XyzzyDev/NativeProfile/Servers",
        "Namespace                        : .quuxinside",
        "Add-DnsClientNrptRule -Namespace '.quuxnrpt' -NameServers 100.99.7.10",
        "Connection name  : Xyzzy Status",
        // certificates and RADIUS
        $"Cert Hash(sha1): {Thumbprint}",
        "Cert Hash(sha1): de ad be ef de ad be ef de ad be ef de ad be ef de ad be ef",
        $"Thumbprint : {Thumbprint.ToUpperInvariant()}",
        "Subject: CN=Zelphira Quuxley, OU=Klaatu Lab, O=Quuxtoso",
        "FriendlyName : Quuxtoso user certificate",
        "add client name = \"KLAATURAS1\" address = \"100.99.7.11\" state = \"Enable\"",
        "New-NpsRadiusClient -Name \"KLAATURAS2\" -Address klaaturas2",
        "Client Friendly Name:          KLAATURAS3",
        "Calling Station Identifier:    02-CA-FE-00-00-0A",
        "{ \"userPrincipalName\": \"zelphira12@quuxmail.org\", \"deviceName\": \"KLAATU12\", \"displayName\": \"Xyzzy Json\", \"tenantId\": \"" + Tenant + "\" }",
        "C:\\Users\\zelphira13\\AppData\\Roaming\\Microsoft\\Network\\Connections\\Pbk\\rasphone.pbk",
        "\\\\klaatufiles\\share$\\logs",
        "mail to zelphira.quuxley@quuxmail.org",
        // tables
        "\nName         ServerAddress  TunnelType ConnectionStatus\n----         -------------  ---------- ----------------\nXyzzy Table  klaatutab      Ikev2      Disconnected\n",
        "\nUserName        ClientIPAddress  HostName\n--------        ---------------  --------\n{zelphiratab}   100.99.7.12      KLAATUTAB2\n",
    ];

    /// <summary>In front of everything else, in a person's words: what only later lines show to be names.</summary>
    private const string Bare =
        "Zelphira9 on klaatu88 says that Xyzzy Trigger and xyzzy phonebook fail with 809, Xyzzy Table too; klaatutab2 (zelphiratab) and Xyzzy Route work.\nQUUXNET is fine, Quuxtoso Corporation as well.\n";

    private static readonly string[] InXml =
    [
        "<Data Name=\"SubjectUserName\">zelphira20</Data>",
        "<Data Name=\"TargetDomainName\">QUUXXML</Data>",
        "<Data Name=\"WorkstationName\">KLAATU20</Data>",
        "<Data Name=\"ProfileName\">Xyzzy Event</Data>",
        "<Data Name=\"InterfaceName\">Xyzzy Interface</Data>",
        "<Security UserID=\"S-1-5-21-707070707-1177238915-682003330-1106\" />",
        "<Computer>KLAATU21</Computer>",
        "<User-Name data_type=\"1\">zelphira21</User-Name>",
        "<NAS-Identifier data_type=\"1\">KLAATU22</NAS-Identifier>",
        "<Calling-Station-Id data_type=\"1\">02-CA-FE-00-00-0B</Calling-Station-Id>",
        "<DomainNameInformation><DomainName>.quuxdns</DomainName><DnsServers>100.99.8.1,2001:db8:78::1</DnsServers></DomainNameInformation>",
        "<TrustedNetworkDetection>quuxlan</TrustedNetworkDetection>",
        "<Servers>klaatu23;Xyzzy Head Office</Servers>",
        "<ServerNames>klaatu24;klaatu25</ServerNames>",
        $"<TrustedRootCA>de ad be ef de ad be ef de ad be ef de ad be ef de ad be ef </TrustedRootCA>",
        $"<Certificate fileRef=\"{Thumbprint}.cer\" subjectName=\"Zelphira Quuxley\" />",
        "<Name>Xyzzy &amp; Sons</Name><ProfileName>Xyzzy &amp; Sons</ProfileName>",
        "<LocURI>./Device/Vendor/MSFT/VPNv2/Xyzzy%20LocUri/NativeProfile</LocURI>",
        $"<TenantId>{Tenant}</TenantId>",
        "<Data>CoId={0A1B2C3D-58E9-4867-B9E7-1E7D94DC40C8}: the user QUUXXML\\zelphira22 at 100.99.8.2 (2001:db8:79::2)</Data>",
        "<remoteAddrV6>2001:db8:80::3</remoteAddrV6>",
        "<Client_Address dt=\"string\">klaatu26</Client_Address>",
        "<!-- made by QUUXXML\\zelphira23 on KLAATU21 -->",
    ];

    public static string In(string text)
    {
        text = Renamed(text);
        if (!text.Contains('\n', StringComparison.Ordinal) && text.Length < 80)
            return text;
        var forms = text.TrimStart('\uFEFF', 'ï', '»', '¿').StartsWith('<') ? InXml : InText;
        var planted = new StringBuilder();
        var (next, inData) = (0, false);
        if (forms == InText)
            planted.Append(Bare);
        foreach (var line in text.Split('\n'))
        {
            planted.Append(line).Append('\n');
            inData = line.Contains("<EventData", StringComparison.Ordinal) || (inData && !line.Contains("</EventData", StringComparison.Ordinal));
            if (forms == InText ? !line.TrimEnd('\r', ' ').EndsWith('`') : line.TrimEnd().EndsWith('>') && !inData)
                planted.Append(forms[next++ % forms.Length]).Append('\n');
        }

        // Each field is there once at least, however short the sample is.
        for (; forms == InText && next < forms.Length; next++)
            planted.Append(forms[next]).Append('\n');
        return planted.ToString();
    }

    /// <summary>Our samples' people, machines, connections and addresses get names that stand nowhere else; what only a person names in a note is named with --hide.</summary>
    private static string Renamed(string text)
    {
        foreach (var account in Accounts)
            text = Replace(text, $"\\b{account}\\b", $"zelph{account}", RegexOptions.IgnoreCase);
        text = Replace(text, "\\b(?:corp|Corp|CORP)(?=\\b|[A-Z][a-z])", "quuxcorp");
        text = text.Replace("vpn.example.com", "edge.quuxweb.com", StringComparison.OrdinalIgnoreCase).Replace("Contoso", "Quuxtoso", StringComparison.Ordinal).Replace("contoso", "quuxtoso", StringComparison.Ordinal);
        text = text.Replace("192.0.2.", "100.96.2.", StringComparison.Ordinal).Replace("198.51.100.", "100.97.100.", StringComparison.Ordinal).Replace("203.0.113.", "100.98.113.", StringComparison.Ordinal);
        text = Replace(text, "(?<![\\d.])10\\.(?=\\d+\\.\\d+\\.\\d+(?![\\d.]))\\d+\\.", "100.99.");
        text = Replace(text, "00([-: ])15\\1[57][dD]", "02$1CA$1FE");
        text = Replace(text, "\\b(?:Work|Firma|Device) VPN\\b", "Xyzzy VPN").Replace("Work%20VPN", "Xyzzy%20VPN", StringComparison.Ordinal).Replace("inside.example", "quuxinside.example", StringComparison.Ordinal);
        text = Replace(text, "\\bPC(?=\\d)", "KLAATU");
        text = Replace(text, "\\bNPS(?=\\d)", "BARADA", RegexOptions.IgnoreCase);
        return Replace(text, "\\bRRAS(?=\\d)", "NIKTO", RegexOptions.IgnoreCase);
    }

    private static string Replace(string text, string pattern, string by, RegexOptions options = RegexOptions.None) => Regex.Replace(text, pattern, by, options, TimeSpan.FromSeconds(5));
}
