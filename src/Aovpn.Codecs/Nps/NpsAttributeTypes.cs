using System.Collections.Frozen;

namespace Aovpn.Codecs.Nps;

/// <summary>The type of each attribute, and its number in the IAS format.</summary>
/// <remarks>RFC 2865, 2866, 2868, 2869 for RADIUS' own; Microsoft's "Interpret NPS Database Format Log Files" and iassdo.h for the rest.</remarks>
public static class NpsAttributeTypes
{
    private static readonly Lazy<FrozenDictionary<string, int>> Numbers = new(NumbersByName);

    private static readonly FrozenSet<string> Counted = FrozenSet.Create(
        "NAS-Port", "Service-Type", "Framed-Protocol", "Framed-Routing", "Framed-MTU", "Framed-Compression", "Login-Service", "Login-TCP-Port", "Session-Timeout",
        "Idle-Timeout", "Termination-Action", "Framed-AppleTalk-Link", "Framed-AppleTalk-Network", "Acct-Status-Type", "Acct-Delay-Time", "Acct-Input-Octets",
        "Acct-Output-Octets", "Acct-Authentic", "Acct-Session-Time", "Acct-Input-Packets", "Acct-Output-Packets", "Acct-Terminate-Cause", "Acct-Link-Count",
        "Acct-Input-Gigawords", "Acct-Output-Gigawords", "NAS-Port-Type", "Port-Limit", "Tunnel-Type", "Tunnel-Medium-Type", "Tunnel-Preference", "Password-Retry",
        "Prompt", "Acct-Interim-Interval", "Acct-Tunnel-Packets-Lost", "Client-Vendor", "Client-UDP-Port", "Authentication-Type", "Packet-Type", "Reason-Code",
        "MS-Acct-Auth-Type", "MS-Acct-EAP-Type", "MS-RAS-Vendor", "MS-MPPE-Encryption-Policy", "MS-MPPE-Encryption-Types", "MS-BAP-Usage", "MS-Link-Drop-Time-Limit",
        "MS-Link-Utilization-Threshold", "Provider-Type", "Auth-Provider-Type", "Acct-Provider-Type", "MS-Network-Access-Server-Type", "IAS-EAP-TypeId",
        "MS-PEAP-Embedded-EAP-TypeId", "MS-PEAP-Fast-Roamed-Session", "Reject-Reason-Code", "MS-Identity-Type", "MS-Quarantine-State", "MS-Extended-Quarantine-State",
        "MS-AFW-Zone", "MS-AFW-Protection-Level", "NP-Allow-Dial-in", "Tunnel-Tag", "MS-Session-Timeout", "MS-Quarantine-Session-Timeout", "Not-Quarantine-Capable");

    private static readonly FrozenSet<string> Addresses = FrozenSet.Create(
        "NAS-IP-Address", "Framed-IP-Address", "Framed-IP-Netmask", "Login-IP-Host", "Client-IP-Address", "Remote-Server-Address", "MS-Primary-DNS-Server",
        "MS-Secondary-DNS-Server", "MS-Primary-NBNS-Server", "MS-Secondary-NBNS-Server", "Saved-Radius-Framed-IP-Address", "User-IPv4-Address");

    private static readonly FrozenSet<string> Binary = FrozenSet.Create(
        "State", "Vendor-Specific", "Proxy-State", "EAP-Message", "Message-Authenticator", "CHAP-Challenge", "Client-Packet-Header", "Token-Groups", "MS-CHAP-Challenge",
        "MS-CHAP-Response", "MS-CHAP2-Response", "MS-CHAP2-Success", "MS-CHAP-Error", "MS-CHAP-CPW-1", "MS-CHAP-CPW-2", "MS-CHAP2-CPW", "MS-CHAP-MPPE-Keys", "MS-Filter",
        "EAP-Configuration", "Proxy-EAP-Configuration", "MS-EAP-TLV", "MS-Quarantine-SoH", "MS-RAS-Correlation-ID", "NAS-IPv6-Address", "Client-IPv6-Address");

    /// <summary>The type of a canonical name; <see cref="NpsAttributeType.Text"/> where nothing else is known.</summary>
    public static NpsAttributeType Of(string name) => name switch
    {
        NpsAttributeName.Timestamp or NpsAttributeName.EventTimestamp or "Absolute-Time" => NpsAttributeType.Time,
        _ when Counted.Contains(name) => NpsAttributeType.Number,
        _ when Addresses.Contains(name) => NpsAttributeType.Address,
        _ when Binary.Contains(name) => NpsAttributeType.Octets,
        _ => NpsAttributeType.Text,
    };

    /// <summary>The attribute's number in the IAS format; null where it has none.</summary>
    /// <param name="name">Canonical, or the number itself, as a record names what the table does not hold.</param>
    public static int? NumberOf(string name) =>
        Numbers.Value.TryGetValue(name, out var number) ? number
        : int.TryParse(name, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out number) ? number : null;

    private static FrozenDictionary<string, int> NumbersByName()
    {
        var byName = new Dictionary<string, int>();
        // Microsoft's private numbers end below 9000, RADIUS' own begin at 1; those below zero are of the policy's profile.
        for (var number = -91; number < 9000; number++)
        {
            var name = NpsAttributeTable.OfNumber(number);
            if (name.AsSpan().ContainsAnyExcept("-0123456789"))
                byName.TryAdd(name, number);
        }

        return byName.ToFrozenDictionary();
    }
}
