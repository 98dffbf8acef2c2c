using static Aovpn.Codecs.Nps.NpsAttributeKey;

namespace Aovpn.Codecs.Nps;

/// <summary>The attributes of <see cref="NpsAttributeName"/>, resolved once for looking them up in many records.</summary>
public static class NpsAttributeKeys
{
    public static readonly NpsAttributeKey ComputerName = Of(NpsAttributeName.ComputerName);
    public static readonly NpsAttributeKey EventSource = Of(NpsAttributeName.EventSource);
    public static readonly NpsAttributeKey RecordDate = Of(NpsAttributeName.RecordDate);
    public static readonly NpsAttributeKey RecordTime = Of(NpsAttributeName.RecordTime);
    public static readonly NpsAttributeKey Timestamp = Of(NpsAttributeName.Timestamp);
    public static readonly NpsAttributeKey PacketType = Of(NpsAttributeName.PacketType);
    public static readonly NpsAttributeKey UserName = Of(NpsAttributeName.UserName);
    public static readonly NpsAttributeKey FullyQualifiedUserName = Of(NpsAttributeName.FullyQualifiedUserName);
    public static readonly NpsAttributeKey SamAccountName = Of(NpsAttributeName.SamAccountName);
    public static readonly NpsAttributeKey CalledStationId = Of(NpsAttributeName.CalledStationId);
    public static readonly NpsAttributeKey CallingStationId = Of(NpsAttributeName.CallingStationId);
    public static readonly NpsAttributeKey FramedIPAddress = Of(NpsAttributeName.FramedIPAddress);
    public static readonly NpsAttributeKey NasIdentifier = Of(NpsAttributeName.NasIdentifier);
    public static readonly NpsAttributeKey NasIPAddress = Of(NpsAttributeName.NasIPAddress);
    public static readonly NpsAttributeKey NasIpv6Address = Of(NpsAttributeName.NasIpv6Address);
    public static readonly NpsAttributeKey NasPort = Of(NpsAttributeName.NasPort);
    public static readonly NpsAttributeKey NasPortType = Of(NpsAttributeName.NasPortType);
    public static readonly NpsAttributeKey ClientVendor = Of(NpsAttributeName.ClientVendor);
    public static readonly NpsAttributeKey ClientIPAddress = Of(NpsAttributeName.ClientIPAddress);
    public static readonly NpsAttributeKey ClientIpv6Address = Of(NpsAttributeName.ClientIpv6Address);
    public static readonly NpsAttributeKey ClientFriendlyName = Of(NpsAttributeName.ClientFriendlyName);
    public static readonly NpsAttributeKey EventTimestamp = Of(NpsAttributeName.EventTimestamp);
    public static readonly NpsAttributeKey AuthenticationType = Of(NpsAttributeName.AuthenticationType);
    public static readonly NpsAttributeKey NPPolicyName = Of(NpsAttributeName.NPPolicyName);
    public static readonly NpsAttributeKey ProxyPolicyName = Of(NpsAttributeName.ProxyPolicyName);
    public static readonly NpsAttributeKey ReasonCode = Of(NpsAttributeName.ReasonCode);
    public static readonly NpsAttributeKey Class = Of(NpsAttributeName.Class);
    public static readonly NpsAttributeKey EapFriendlyName = Of(NpsAttributeName.EapFriendlyName);
    public static readonly NpsAttributeKey AcctStatusType = Of(NpsAttributeName.AcctStatusType);
    public static readonly NpsAttributeKey AcctSessionId = Of(NpsAttributeName.AcctSessionId);
    public static readonly NpsAttributeKey AcctTerminateCause = Of(NpsAttributeName.AcctTerminateCause);
    public static readonly NpsAttributeKey TunnelType = Of(NpsAttributeName.TunnelType);
    public static readonly NpsAttributeKey MsAcctEapType = Of(NpsAttributeName.MsAcctEapType);
    public static readonly NpsAttributeKey MsRasVendor = Of(NpsAttributeName.MsRasVendor);
    public static readonly NpsAttributeKey MsChapError = Of(NpsAttributeName.MsChapError);
    public static readonly NpsAttributeKey MsRasCorrelationId = Of(NpsAttributeName.MsRasCorrelationId);
    public static readonly NpsAttributeKey MsNetworkAccessServerType = Of(NpsAttributeName.MsNetworkAccessServerType);

    /// <summary>The type of EAP by its number, where a record names it by an attribute of NPS' own.</summary>
    public static readonly NpsAttributeKey IasEapTypeId = Of("IAS-EAP-TypeId");
}
