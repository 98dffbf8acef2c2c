using System.Collections.Frozen;

namespace Aovpn.Reports.Redaction;

/// <summary>Names that are the same everywhere and identify nobody; and words that are too common to be hidden wherever they stand.</summary>
internal static class WellKnown
{
    private static readonly FrozenSet<string> Accounts = Set(
        "SYSTEM", "LOCAL SERVICE", "NETWORK SERVICE", "LOCALSERVICE", "NETWORKSERVICE", "Administrator", "Administrators", "Guest", "Users", "Everyone", "ANONYMOUS LOGON",
        "TrustedInstaller", "RasMan", "IAS", "RemoteAccess", "-", "N/A", "(unknown)", "Unauthenticated User", "Nicht zutreffend", "Non disponible", "No disponible", "Non applicable", "N/D");

    private static readonly FrozenSet<string> Authorities = Set(
        "NT AUTHORITY", "AUTHORITY", "NT SERVICE", "SERVICE", "BUILTIN", "WORKGROUP", "Window Manager", "Font Driver Host", "NT VIRTUAL MACHINE", "IIS APPPOOL",
        "HKLM", "HKCU", "HKCR", "HKU", "HKEY_LOCAL_MACHINE", "HKEY_CURRENT_USER", "root", "cimv2", "mdm", "Microsoft", "Windows", "System32", "SOFTWARE", "SYSTEM", "Cert", "Cert:", "LocalMachine",
        "CurrentUser", "Users", "Program Files", "ProgramData", "CurrentControlSet", "Services", "Parameters", "LogFiles", "winevt", "Logs", "Device", "Registry", "Policies");

    private static readonly FrozenSet<string> Common = Set(
        "vpn", "nps", "ras", "rras", "radius", "gateway", "gw", "client", "server", "host", "hosts", "user", "users", "account", "computer", "device", "laptop", "test", "admin", "remote", "access",
        "mail", "www", "dns", "dc", "ca", "pki", "crl", "ocsp", "ntp", "proxy", "auth", "certificate", "certificates", "policy", "connection", "connect", "network", "corp", "corporate", "company", "office", "home", "local",
        "internet", "intranet", "system", "security", "application", "name", "default", "none", "null", "true", "false", "yes", "no", "error", "root", "my", "note", "notes", "always", "on", "tunnel", "the", "and", "for",
        "machine", "evidence", "logs", "log", "profile", "script", "azure", "entra", "windows", "microsoft", "example", "domain", "subject", "issuer", "address", "thumbprint", "sid");

    private const int LongestName = 64, MostWords = 5;

    private static readonly FrozenSet<string> Nothing = Set(
        "none", "null", "nil", "true", "false", "yes", "no", "ja", "nein", "oui", "non", "any", "all", "unknown", "default", "enabled", "disabled", "not set", "not configured", "not available", "(none)", "(null)", "on-link",
        "localhost", "local", "automatic", "string", "REG_SZ", "Connected", "Disconnected", "Ikev2", "Sstp", "L2tp", "Pptp", "VPN", "WAN", "vpn-server", "user", "machine", "device");

    private static readonly string[] InterfaceStarts =
        ["Ethernet", "Wi-Fi", "WLAN", "Loopback", "Local Area Connection", "LAN-Verbindung", "vEthernet (Default Switch)", "Bluetooth", "Internal", "External", "Intern", "Extern", "Teredo", "isatap", "6to4", "WAN Miniport", "Microsoft", "RAS", "Wireless"];

    private static readonly string[] PublicDomains =
    [
        "microsoft.com", "windows.com", "windows.net", "microsoftonline.com", "microsoftazuread-sso.com", "azure.com", "azure.net", "office.com", "office365.com", "live.com", "msftncsi.com", "msftconnecttest.com",
        "windowsupdate.com", "w3.org", "xmlsoap.org", "oasis-open.org", "json-schema.org", "ietf.org", "digicert.com", "verisign.com", "globalsign.com", "letsencrypt.org", "sectigo.com", "entrust.net",
    ];

    private static readonly string[] PublicSubjects =
        ["Microsoft", "Windows ", "MS-Organization", "VeriSign", "DigiCert", "Baltimore", "GlobalSign", "Thawte", "Symantec", "Entrust", "ISRG", "Sectigo", "USERTrust", "COMODO", "Go Daddy", "WAN Miniport"];

    /// <summary>What stands in a name's place and is none: a number, a switch, a variable, a sentence, an address, which is hidden as such.</summary>
    public static bool IsNoName(string value) =>
        value.Length < 2 || value.Length > LongestName || value[0] is '$' or '%' or '@' or '-' or '*' or '[' or '&' || value.Count(letter => letter == ' ') >= MostWords || Nothing.Contains(value)
        || IsOfCommonWords(value) || value.All(letter => char.IsAsciiDigit(letter) || letter is '.' or ',' or 'x') || value.Contains("://", StringComparison.Ordinal) || System.Net.IPAddress.TryParse(value, out _) || value.StartsWith("0x", StringComparison.Ordinal);

    /// <summary>"Always On VPN", "VPN users": names that many give, and that the product's own sentences hold.</summary>
    private static bool IsOfCommonWords(string value) => value.Contains(' ', StringComparison.Ordinal) && value.Split(' ').All(Common.Contains);

    /// <summary>Windows' own names for interfaces, the same on every machine.</summary>
    public static bool IsInterface(string name) => InterfaceStarts.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    public static bool IsAccount(string name) => Accounts.Contains(name);

    public static bool IsAuthority(string name) => Authorities.Contains(name);

    /// <summary>Too short or too common to be looked for by itself; inside of a full name it is hidden all the same.</summary>
    public static bool IsCommon(string word) => word.Length < 3 || Common.Contains(word) || word.All(letter => char.IsAsciiDigit(letter));

    public static bool IsPublicHost(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || PublicDomains.Any(domain => host.EndsWith(domain, StringComparison.OrdinalIgnoreCase) && (host.Length == domain.Length || host[^(domain.Length + 1)] == '.'));

    public static bool IsPublicSubject(string commonName) => PublicSubjects.Any(start => commonName.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    private static FrozenSet<string> Set(params string[] names) => names.Distinct(StringComparer.OrdinalIgnoreCase).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
