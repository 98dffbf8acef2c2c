using System.Collections.Frozen;

namespace Aovpn.Reports.Redaction;

/// <summary>Names that are the same everywhere and identify nobody; and words that are too common to be hidden wherever they stand.</summary>
internal static class WellKnown
{
    private static readonly FrozenSet<string> Accounts = Set(
        "SYSTEM", "LOCAL SERVICE", "NETWORK SERVICE", "LOCALSERVICE", "NETWORKSERVICE", "Administrator", "Administrators", "Guest", "Users", "Everyone", "ANONYMOUS LOGON",
        "TrustedInstaller", "RasMan", "IAS", "RemoteAccess", "-", "N/A", "(unknown)");

    private static readonly FrozenSet<string> Authorities = Set(
        "NT AUTHORITY", "AUTHORITY", "NT SERVICE", "SERVICE", "BUILTIN", "WORKGROUP", "Window Manager", "Font Driver Host", "NT VIRTUAL MACHINE", "IIS APPPOOL",
        "HKLM", "HKCU", "HKCR", "HKU", "HKEY_LOCAL_MACHINE", "HKEY_CURRENT_USER", "root", "cimv2", "mdm", "Microsoft", "Windows", "System32", "SOFTWARE", "SYSTEM", "Cert", "Cert:", "LocalMachine",
        "CurrentUser", "Users", "Program Files", "ProgramData", "CurrentControlSet", "Services", "Parameters", "LogFiles", "winevt", "Logs", "Device", "Registry", "Policies");

    private static readonly FrozenSet<string> Common = Set(
        "vpn", "nps", "ras", "rras", "radius", "gateway", "gw", "client", "server", "host", "hosts", "user", "users", "users", "account", "computer", "device", "laptop", "test", "admin", "remote", "access",
        "mail", "www", "dns", "dc", "ca", "pki", "crl", "ocsp", "ntp", "proxy", "auth", "certificate", "certificates", "policy", "connection", "connect", "network", "corp", "corporate", "company", "office", "home", "local",
        "internet", "intranet", "system", "security", "application", "name", "default", "none", "null", "true", "false", "yes", "no", "error", "root", "my", "note", "notes", "always", "on", "tunnel", "the", "and", "for",
        "machine", "evidence", "logs", "log", "profile", "script", "azure", "entra", "windows", "microsoft", "example", "domain", "subject", "issuer", "address", "thumbprint", "sid");

    private static readonly string[] PublicDomains =
    [
        "microsoft.com", "windows.com", "windows.net", "microsoftonline.com", "microsoftazuread-sso.com", "azure.com", "azure.net", "office.com", "office365.com", "live.com", "msftncsi.com", "msftconnecttest.com",
        "windowsupdate.com", "w3.org", "xmlsoap.org", "oasis-open.org", "json-schema.org", "ietf.org", "digicert.com", "verisign.com", "globalsign.com", "letsencrypt.org", "sectigo.com", "entrust.net",
    ];

    private static readonly string[] PublicSubjects =
        ["Microsoft", "Windows ", "MS-Organization", "VeriSign", "DigiCert", "Baltimore", "GlobalSign", "Thawte", "Symantec", "Entrust", "ISRG", "Sectigo", "USERTrust", "COMODO", "Go Daddy", "WAN Miniport"];

    public static bool IsAccount(string name) => Accounts.Contains(name);

    public static bool IsAuthority(string name) => Authorities.Contains(name);

    /// <summary>Too short or too common to be looked for by itself; inside of a full name it is hidden all the same.</summary>
    public static bool IsCommon(string word) => word.Length < 3 || Common.Contains(word) || word.All(letter => char.IsAsciiDigit(letter));

    public static bool IsPublicHost(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || PublicDomains.Any(domain => host.EndsWith(domain, StringComparison.OrdinalIgnoreCase) && (host.Length == domain.Length || host[^(domain.Length + 1)] == '.'));

    public static bool IsPublicSubject(string commonName) => PublicSubjects.Any(start => commonName.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    private static FrozenSet<string> Set(params string[] names) => names.Distinct(StringComparer.OrdinalIgnoreCase).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
