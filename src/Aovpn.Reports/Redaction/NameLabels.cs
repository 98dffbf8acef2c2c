using System.Collections.Frozen;

namespace Aovpn.Reports.Redaction;

/// <summary>The labels beside which names stand: fields of events, listings, logs and profiles, options and variables, as Windows and RADIUS call them.</summary>
internal static class NameLabels
{
    private const int Longest = 60;

    private static readonly FrozenDictionary<string, NameKind> Kinds = new Dictionary<NameKind, string[]>
    {
        [NameKind.User] =
        [
            "User", "User Name", "Username", "User-Name", "Account", "Account Name", "SAM-Account-Name", "SamAccountName", "Fully Qualified Account Name", "Fully-Qualifed-User-Name",
            "Fully-Qualified-User-Name", "FullyQualifiedSubjectUserName", "SubjectUserName", "TargetUserName", "Logged on user", "LastLoggedOnUser", "LastLoggedOnSAMUser", "LastLoggedOnDisplayName",
            "Registered Owner", "RegisteredOwner", "Owner", "Full Name", "Logon Name", "User principal name", "UserPrincipalName", "UPN", "Principal Name", "Executing Account Name", "Mail", "EMail", "E-Mail",
            "User Email", "UserEmail", "Email Address", "RFC822 Name", "Identity", "EAP Identity", "EapIdentity", "Requested By", "Run As", "RunAs User", "Dial-in User", "RequesterName", "CallerUserName",
            "Benutzer", "Benutzername", "Kontoname", "Registrierter Benutzer", "Registrierter Besitzer", "Utilisateur", "Nom d'utilisateur", "Propriétaire enregistré", "Usuario", "Utente", "Gebruiker", "Vollständiger Name",
        ],
        [NameKind.Host] =
        [
            "Computer", "Computer Name", "ComputerName", "Machine", "Machine Name", "MachineName", "Machine-Name", "Host", "Host Name", "Hostname", "Host-Name", "HostName", "__SERVER", "PSComputerName", "CSName", "DNSHostName",
            "Server", "Server Name", "ServerName", "ServerNames", "Servers", "Server Address", "ServerAddress", "Server address/Phone Number", "PhoneNumber", "Client Friendly Name", "Client-Friendly-Name", "ClientName",
            "Client Name", "Client Address", "Client_Address", "Client_Name", "NAS Identifier", "NAS-Identifier", "NASIdentifier", "MS-RAS-Client-Name", "Workstation", "WorkstationName", "Workstation Name", "Logon Server", "LogonServer",
            "Target Name", "TargetName", "Kdc Called", "Calling Station Identifier", "Calling-Station-Id", "CallingStationID", "Called Station Identifier", "Called-Station-Id", "CalledStationID", "Device Name", "DeviceName",
            "FullyQualifiedSubjectMachineName", "SubjectMachineName", "Fully Qualified Machine Name", "RadiusServer", "Radius Server", "Name Server", "NameServers", "PrimaryServer", "DC Name", "Domain Controller",
            "Anmeldeserver", "Hostname", "Computername", "Rechnername", "Serveur", "Nom de l'ordinateur", "Servidor", "Nombre de host", "Nome host", "Nom de l'hôte",
        ],
        [NameKind.Domain] =
        [
            "Domain", "Domain Name", "DomainName", "Account Domain", "SubjectDomainName", "TargetDomainName", "USERDOMAIN", "USERDNSDOMAIN", "UserDomain", "UserDnsDomain", "Primary Dns Suffix", "Connection-specific DNS Suffix",
            "ConnectionSpecificSuffix", "DNS Suffix", "DnsSuffix", "DNS Suffix Search List", "IpDnsSuffix", "SuffixSearchList", "TrustedNetworkDetection", "TrustedNetwork", "Namespace", "Tenant Name", "TenantName", "Idp Domain", "IdpDomain",
            "Realm", "Forest", "Forest Name", "Registered Organization", "RegisteredOrganization", "Organization", "Company", "Company Name", "CompanyName", "Executing Account Domain", "AzureAdJoinedDomain",
            "Domäne", "Registrierte Organisation", "Domaine", "Dominio", "Organisation", "Organisation enregistrée", "NetworkName", "DnsDomain", "SearchList",
        ],
        [NameKind.Connection] =
        [
            "Connection Name", "ConnectionName", "Profile Name", "ProfileName", "VPN Profile", "VpnProfile", "VpnProfileName", "Entry Name", "EntryName", "RasEntryName", "AutoTriggerProfileEntryName",
            "AutoTriggerDisabledProfilesList", "DeviceTunnelName", "UserTunnelName", "Interface Alias", "InterfaceAlias", "InterfaceName", "Interface Name", "Phonebook Entry", "SSID", "SSID name", "Remote Interface", "Connection profile",
            "Verbindungsname", "Profilname", "Nom de la connexion", "Nom du profil", "Nombre de la conexión",
        ],
        [NameKind.Subject] = ["SubjectName", "Subject Name", "IssuerName", "Issuer Name", "Issued To", "Issued By", "FriendlyName", "Friendly Name", "CommonName", "Common Name"],
        [NameKind.Identifier] =
        [
            "TenantId", "Tenant Id", "AadTenantId", "WorkplaceTenantId", "Directory ID", "DirectoryId", "DeviceId", "Device Id", "AadDeviceId", "WorkplaceDeviceId", "ObjectId", "Object Id", "User Object Id", "UserObjectId", "tid", "oid",
            "MdmDeviceId", "IntuneDeviceId", "AzureADDeviceId", "SerialNumber", "Serial Number", "Seriennummer",
        ],
    }.SelectMany(row => row.Value.Select(label => (Key: Folded(label), row.Key))).DistinctBy(row => row.Item1).ToFrozenDictionary(row => row.Item1, row => row.Item2, StringComparer.Ordinal);

    /// <returns>Null where nothing stands beside this label that would be a name.</returns>
    public static NameKind? Of(string label) =>
        label.Length <= Longest && Kinds.TryGetValue(Folded(label), out var kind) ? kind : null;

    /// <summary><c>Fully-Qualified-User-Name</c> and <c>Fully Qualified User Name</c> are one.</summary>
    private static string Folded(string label) => string.Concat(label.Where(letter => char.IsLetterOrDigit(letter) || letter == '/')).ToUpperInvariant();
}
