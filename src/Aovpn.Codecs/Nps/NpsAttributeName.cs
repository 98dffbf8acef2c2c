namespace Aovpn.Codecs.Nps;

/// <summary>
/// Canonical names of attributes: RADIUS' and NPS' own, as the XML log spells them, but for <see cref="FullyQualifiedUserName"/>,
/// which NPS misspells. All names are in <see cref="NpsAttributeTable"/>; here are those that code asks for.
/// </summary>
public static class NpsAttributeName
{
    public const string ComputerName = "Computer-Name";
    public const string EventSource = "Event-Source";
    public const string RecordDate = "Record-Date";
    public const string RecordTime = "Record-Time";
    public const string Timestamp = "Timestamp";
    public const string PacketType = "Packet-Type";
    public const string UserName = "User-Name";
    public const string FullyQualifiedUserName = "Fully-Qualified-User-Name";
    public const string SamAccountName = "SAM-Account-Name";
    public const string CalledStationId = "Called-Station-Id";
    public const string CallingStationId = "Calling-Station-Id";
    public const string FramedIPAddress = "Framed-IP-Address";
    public const string NasIdentifier = "NAS-Identifier";
    public const string NasIPAddress = "NAS-IP-Address";
    public const string NasIpv6Address = "NAS-IPv6-Address";
    public const string NasPort = "NAS-Port";
    public const string NasPortType = "NAS-Port-Type";
    public const string ClientVendor = "Client-Vendor";
    public const string ClientIPAddress = "Client-IP-Address";
    public const string ClientIpv6Address = "Client-IPv6-Address";
    public const string ClientFriendlyName = "Client-Friendly-Name";
    public const string EventTimestamp = "Event-Timestamp";
    public const string AuthenticationType = "Authentication-Type";
    public const string NPPolicyName = "NP-Policy-Name";
    public const string ProxyPolicyName = "Proxy-Policy-Name";
    public const string ReasonCode = "Reason-Code";
    public const string Class = "Class";
    public const string EapFriendlyName = "EAP-Friendly-Name";
    public const string AcctStatusType = "Acct-Status-Type";
    public const string AcctSessionId = "Acct-Session-Id";
    public const string AcctTerminateCause = "Acct-Terminate-Cause";
    public const string TunnelType = "Tunnel-Type";
    public const string MsAcctEapType = "MS-Acct-EAP-Type";
    public const string MsRasVendor = "MS-RAS-Vendor";
    public const string MsChapError = "MS-CHAP-Error";
    public const string MsRasCorrelationId = "MS-RAS-Correlation-ID";
    public const string MsNetworkAccessServerType = "MS-Network-Access-Server-Type";
}
