using System.Collections.Frozen;

namespace Aovpn.Codecs.Nps;

/// <summary>The attributes of each format under one name: columns of the database-compatible format, numbers of the IAS format, elements of the XML format.</summary>
/// <remarks>Microsoft's "Interpret NPS Database Format Log Files" and "Interpret IAS Format Log Files"; iassdo.h for the private numbers.</remarks>
public static class NpsAttributeTable
{
    /// <summary>The 66 columns in order; servers before 2008 R2 write the first 60.</summary>
    public static ReadOnlySpan<string> Columns => AllColumns;

    /// <summary>Columns of the database-compatible format.</summary>
    internal const int ColumnCount = 66;

    /// <summary>Every canonical name, and every spelling of it that an XML log may use.</summary>
    internal static IEnumerable<(string Spelling, string Name)> AllSpellings => Lookup.Dictionary.Select(one => (one.Key, one.Value));

    /// <summary>The numbers of the IAS format and their names.</summary>
    internal static IEnumerable<(int Number, string Name)> AllNumbers => ByNumber.Select(one => (one.Key, one.Value));

    /// <summary>The canonical name of an attribute number of the IAS format; the number itself where the table has none.</summary>
    public static string OfNumber(int number) =>
        ByNumber.GetValueOrDefault(number) ?? number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The canonical name of an element or of a column's heading, whatever its case; the name as written where the table has none.</summary>
    public static string OfSpelling(ReadOnlySpan<char> name) => Lookup.TryGetValue(name, out var canonical) ? canonical : name.ToString();

    /// <summary>Whether an attribute holds a secret in clear: readers drop its value.</summary>
    public static bool IsSecret(string name) =>
        name.EndsWith("-Password", StringComparison.OrdinalIgnoreCase) || name is "Shared-Secret" or "MS-MPPE-Send-Key" or "MS-MPPE-Recv-Key"
            or "MS-CHAP-MPPE-Keys" or "MS-CHAP-Response" or "MS-CHAP2-Response" or "MS-CHAP-CPW-1" or "MS-CHAP-CPW-2" or "MS-CHAP2-CPW" or "MS-CHAP-LM-Enc-PW" or "MS-CHAP-NT-Enc-PW";

    private static FrozenDictionary<string, string> Spellings()
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in AllColumns.Concat(ByNumber.Values))
            names.TryAdd(name, name);

        // Other spellings that NPS' formats use for one and the same attribute.
        names["ComputerName"] = NpsAttributeName.ComputerName;
        names["ServiceName"] = NpsAttributeName.EventSource;
        names["Service-Name"] = NpsAttributeName.EventSource;
        names["Fully-Qualifed-User-Name"] = NpsAttributeName.FullyQualifiedUserName;
        names["Fully-Qualified-Distinguished-Name"] = NpsAttributeName.FullyQualifiedUserName;
        names["Policy-Name"] = NpsAttributeName.NPPolicyName;
        names["Timestamp"] = NpsAttributeName.Timestamp;
        names["Acct-Multi-Ssn-ID"] = "Acct-Multi-Session-Id";
        names["Acct-Tunnel-Conn"] = "Acct-Tunnel-Connection";
        return names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static readonly string[] AllColumns =
    [
        "Computer-Name", "Event-Source", "Record-Date", "Record-Time", "Packet-Type", "User-Name", "Fully-Qualified-User-Name", "Called-Station-Id",
        "Calling-Station-Id", "Callback-Number", "Framed-IP-Address", "NAS-Identifier", "NAS-IP-Address", "NAS-Port", "Client-Vendor",
        "Client-IP-Address", "Client-Friendly-Name", "Event-Timestamp", "Port-Limit", "NAS-Port-Type", "Connect-Info", "Framed-Protocol",
        "Service-Type", "Authentication-Type", "NP-Policy-Name", "Reason-Code", "Class", "Session-Timeout", "Idle-Timeout", "Termination-Action",
        "EAP-Friendly-Name", "Acct-Status-Type", "Acct-Delay-Time", "Acct-Input-Octets", "Acct-Output-Octets", "Acct-Session-Id", "Acct-Authentic",
        "Acct-Session-Time", "Acct-Input-Packets", "Acct-Output-Packets", "Acct-Terminate-Cause", "Acct-Multi-Session-Id", "Acct-Link-Count",
        "Acct-Interim-Interval", "Tunnel-Type", "Tunnel-Medium-Type", "Tunnel-Client-Endpt", "Tunnel-Server-Endpt", "Acct-Tunnel-Connection",
        "Tunnel-Pvt-Group-Id", "Tunnel-Assignment-Id", "Tunnel-Preference", "MS-Acct-Auth-Type", "MS-Acct-EAP-Type", "MS-RAS-Version",
        "MS-RAS-Vendor", "MS-CHAP-Error", "MS-CHAP-Domain", "MS-MPPE-Encryption-Types", "MS-MPPE-Encryption-Policy", "Proxy-Policy-Name",
        "Provider-Type", "Provider-Name", "Remote-Server-Address", "MS-RAS-Client-Name", "MS-RAS-Client-Version",
    ];

    private static readonly FrozenDictionary<int, string> ByNumber = new Dictionary<int, string>
    {
        [-91] = "EAP-Protocol", [-90] = "MS-MPPE-Encryption-Types", [-89] = "MS-MPPE-Encryption-Policy", [-88] = "MS-BAP-Usage",
        [-87] = "MS-Link-Drop-Time-Limit", [-86] = "MS-Link-Utilization-Threshold", [-85] = "Allowed-Port-Type", [1] = "User-Name",
        [2] = "User-Password", [3] = "CHAP-Password", [4] = "NAS-IP-Address", [5] = "NAS-Port", [6] = "Service-Type", [7] = "Framed-Protocol",
        [8] = "Framed-IP-Address", [9] = "Framed-IP-Netmask", [10] = "Framed-Routing", [11] = "Filter-Id", [12] = "Framed-MTU",
        [13] = "Framed-Compression", [14] = "Login-IP-Host", [15] = "Login-Service", [16] = "Login-TCP-Port", [18] = "Reply-Message",
        [19] = "Callback-Number", [20] = "Callback-ID", [22] = "Framed-Route", [23] = "Framed-IPX-Network", [24] = "State", [25] = "Class",
        [26] = "Vendor-Specific", [27] = "Session-Timeout", [28] = "Idle-Timeout", [29] = "Termination-Action", [30] = "Called-Station-Id",
        [31] = "Calling-Station-Id", [32] = "NAS-Identifier", [33] = "Proxy-State", [34] = "Login-LAT-Service", [35] = "Login-LAT-Node",
        [36] = "Login-LAT-Group", [37] = "Framed-AppleTalk-Link", [38] = "Framed-AppleTalk-Network", [39] = "Framed-AppleTalk-Zone",
        [40] = "Acct-Status-Type", [41] = "Acct-Delay-Time", [42] = "Acct-Input-Octets", [43] = "Acct-Output-Octets", [44] = "Acct-Session-Id",
        [45] = "Acct-Authentic", [46] = "Acct-Session-Time", [47] = "Acct-Input-Packets", [48] = "Acct-Output-Packets",
        [49] = "Acct-Terminate-Cause", [50] = "Acct-Multi-Session-Id", [51] = "Acct-Link-Count", [52] = "Acct-Input-Gigawords",
        [53] = "Acct-Output-Gigawords", [55] = "Event-Timestamp", [60] = "CHAP-Challenge", [61] = "NAS-Port-Type", [62] = "Port-Limit",
        [63] = "Login-LAT-Port", [64] = "Tunnel-Type", [65] = "Tunnel-Medium-Type", [66] = "Tunnel-Client-Endpt", [67] = "Tunnel-Server-Endpt",
        [68] = "Acct-Tunnel-Connection", [69] = "Tunnel-Password", [70] = "ARAP-Password", [71] = "ARAP-Features", [72] = "ARAP-Zone-Access",
        [73] = "ARAP-Security", [74] = "ARAP-Security-Data", [75] = "Password-Retry", [76] = "Prompt", [77] = "Connect-Info",
        [78] = "Configuration-Token", [79] = "EAP-Message", [80] = "Message-Authenticator", [81] = "Tunnel-Pvt-Group-Id",
        [82] = "Tunnel-Assignment-Id", [83] = "Tunnel-Preference", [84] = "ARAP-Challenge-Response", [85] = "Acct-Interim-Interval",
        [86] = "Acct-Tunnel-Packets-Lost", [87] = "NAS-Port-Id", [88] = "Framed-Pool", [90] = "Tunnel-Client-Auth-ID",
        [91] = "Tunnel-Server-Auth-ID", [95] = "NAS-IPv6-Address", [96] = "Framed-Interface-Id", [97] = "Framed-IPv6-Prefix",
        [98] = "Login-IPv6-Host", [99] = "Framed-IPv6-Route", [100] = "Framed-IPv6-Pool", [4096] = "Saved-Radius-Framed-IP-Address",
        [4097] = "Saved-Radius-Callback-Number", [4098] = "NP-Calling-Station-ID", [4099] = "Saved-NP-Calling-Station-Id",
        [4100] = "Saved-Radius-Framed-Route", [4101] = "Ignore-User-Dialin-Properties", [4102] = "Day-And-Time-Restrictions",
        [4103] = "NP-Called-Station-ID", [4104] = "NP-Allowed-Port-Types", [4105] = "NP-Authentication-Type", [4106] = "NP-Allowed-EAP-Type",
        [4107] = "Shared-Secret", [4108] = "Client-IP-Address", [4109] = "Client-Packet-Header", [4110] = "Token-Groups",
        [4111] = "NP-Allow-Dial-in", [4112] = "Request-ID", [4113] = "Manipulation-Target", [4114] = "Manipulation-Rule",
        [4115] = "Original-User-Name", [4116] = "Client-Vendor", [4117] = "Client-UDP-Port", [4118] = "MS-CHAP-Challenge",
        [4119] = "MS-CHAP-Response", [4120] = "MS-CHAP-Domain", [4121] = "MS-CHAP-Error", [4122] = "MS-CHAP-CPW-1", [4123] = "MS-CHAP-CPW-2",
        [4124] = "MS-CHAP-LM-Enc-PW", [4125] = "MS-CHAP-NT-Enc-PW", [4126] = "MS-CHAP-MPPE-Keys", [4127] = "Authentication-Type",
        [4128] = "Client-Friendly-Name", [4129] = "SAM-Account-Name", [4130] = "Fully-Qualified-User-Name", [4131] = "Windows-Groups",
        [4132] = "EAP-Friendly-Name", [4133] = "Auth-Provider-Type", [4134] = "MS-Acct-Auth-Type", [4135] = "MS-Acct-EAP-Type",
        [4136] = "Packet-Type", [4137] = "Auth-Provider-Name", [4138] = "Acct-Provider-Type", [4139] = "Acct-Provider-Name",
        [4140] = "MS-MPPE-Send-Key", [4141] = "MS-MPPE-Recv-Key", [4142] = "Reason-Code", [4143] = "MS-Filter", [4144] = "MS-CHAP2-Response",
        [4145] = "MS-CHAP2-Success", [4146] = "MS-CHAP2-CPW", [4147] = "MS-RAS-Vendor", [4148] = "MS-RAS-Version", [4149] = "NP-Policy-Name",
        [4150] = "MS-Primary-DNS-Server", [4151] = "MS-Secondary-DNS-Server", [4152] = "MS-Primary-NBNS-Server", [4153] = "MS-Secondary-NBNS-Server",
        [4154] = "Proxy-Policy-Name", [4155] = "Provider-Type", [4156] = "Provider-Name", [4157] = "Remote-Server-Address",
        [4158] = "Generate-Class-Attribute", [4159] = "MS-RAS-Client-Name", [4160] = "MS-RAS-Client-Version", [4161] = "Allowed-Certificate-OID",
        [4162] = "Extension-State", [4163] = "Generate-Session-Timeout", [4164] = "MS-Session-Timeout", [4165] = "MS-Quarantine-IPFilter",
        [4166] = "MS-Quarantine-Session-Timeout", [4167] = "MS-User-Security-Identity", [4168] = "Remote-RADIUS-to-Windows-User-Mapping",
        [4169] = "Passport-User-Mapping-UPN-Suffix", [4170] = "Tunnel-Tag", [4171] = "NP-PEAPUpfront-Enabled", [8096] = "ARAP-Guest-Logon",
        [8097] = "Certificate-EKU", [8098] = "EAP-Configuration", [8099] = "MS-PEAP-Embedded-EAP-TypeId", [8100] = "MS-PEAP-Fast-Roamed-Session",
        [8101] = "IAS-EAP-TypeId", [8102] = "MS-EAP-TLV", [8103] = "Reject-Reason-Code", [8104] = "Proxy-EAP-Configuration", [8105] = "Session",
        [8106] = "Is-Replay", [8107] = "Clear-Text-Password", [8108] = "MS-Identity-Type", [8109] = "MS-Service-Class",
        [8110] = "MS-Quarantine-User-Class", [8111] = "MS-Quarantine-State", [8112] = "Override-RAP-Auth", [8116] = "Windows-Machine-Groups",
        [8117] = "Windows-User-Groups", [8120] = "MS-Quarantine-Grace-Time", [8121] = "Quarantine-URL", [8123] = "Not-Quarantine-Capable",
        [8124] = "System-Health-Result", [8125] = "System-Health-Validators", [8129] = "Fully-Qualified-Machine-Name",
        [8130] = "Quarantine-Fixup-Servers-Configuration", [8132] = "MS-Network-Access-Server-Type", [8133] = "Quarantine-Session-Id",
        [8134] = "MS-AFW-Zone", [8135] = "MS-AFW-Protection-Level", [8136] = "Quarantine-Update-Non-Compliant", [8138] = "MS-Machine-Name",
        [8139] = "Client-IPv6-Address", [8140] = "Saved-Radius-Framed-Interface-Id", [8141] = "Saved-Radius-Framed-IPv6-Prefix",
        [8142] = "Saved-Radius-Framed-IPv6-Route", [8143] = "Quarantine-Grace-Time-Configuration", [8144] = "MS-IPv6-Filter",
        [8145] = "MS-IPv4-Remediation-Servers", [8146] = "MS-IPv6-Remediation-Servers", [8148] = "Machine-Inventory", [8149] = "Absolute-Time",
        [8150] = "MS-Quarantine-SoH", [8151] = "EAP-Types-Configured-In-ProxyPolicy", [8152] = "HCAP-Location-Group-Name",
        [8153] = "MS-Extended-Quarantine-State", [8155] = "HCAP-User-Groups", [8156] = "Saved-Machine-HealthCheck-Only",
        [8158] = "MS-RAS-Correlation-ID", [8159] = "HCAP-User-Name", [8160] = "SAM-HCAP-Account-Name", [8164] = "User-IPv4-Address",
        [8165] = "User-IPv6-Address", [8166] = "TSG-Device-Redirection",
    }.ToFrozenDictionary();

    // After the tables: static fields are set in the order in which they stand.
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Spellings().GetAlternateLookup<ReadOnlySpan<char>>();
}
