using Aovpn.Codecs.Nps;
using Aovpn.Diagnosis.Evidence.Nps;
using Aovpn.Diagnosis.Observations;
using static Aovpn.Codecs.Nps.NpsAttributeKey;

namespace Aovpn.Diagnosis.NpsReporting;

/// <summary>What a report needs of one record, read on whatever thread has the record.</summary>
internal sealed class NpsFacts
{
    private const int AccountingRequest = 4;

    private static readonly NpsAttributeKey
        PacketTypeKey = Of(NpsAttributeName.PacketType), ReasonKey = Of(NpsAttributeName.ReasonCode), StatusKey = Of(NpsAttributeName.AcctStatusType),
        TimestampKey = Of(NpsAttributeName.Timestamp), DateKey = Of(NpsAttributeName.RecordDate), TimeKey = Of(NpsAttributeName.RecordTime),
        AccountKey = Of(NpsAttributeName.SamAccountName), FullNameKey = Of(NpsAttributeName.FullyQualifiedUserName), UserKey = Of(NpsAttributeName.UserName),
        PolicyKey = Of(NpsAttributeName.NPPolicyName), StationKey = Of(NpsAttributeName.CallingStationId), ClientNameKey = Of(NpsAttributeName.ClientFriendlyName),
        ClientKey = Of(NpsAttributeName.ClientIPAddress), Client6Key = Of(NpsAttributeName.ClientIpv6Address), NasNameKey = Of(NpsAttributeName.NasIdentifier),
        NasKey = Of(NpsAttributeName.NasIPAddress), Nas6Key = Of(NpsAttributeName.NasIpv6Address), EapNameKey = Of(NpsAttributeName.EapFriendlyName),
        EapTypeKey = Of(NpsAttributeName.MsAcctEapType), OtherEapTypeKey = Of("IAS-EAP-TypeId"), AuthenticationKey = Of(NpsAttributeName.AuthenticationType),
        SourceKey = Of(NpsAttributeName.EventSource), ServerTypeKey = Of(NpsAttributeName.MsNetworkAccessServerType), VendorKey = Of(NpsAttributeName.MsRasVendor),
        PortTypeKey = Of(NpsAttributeName.NasPortType), TunnelKey = Of(NpsAttributeName.TunnelType), ClassKey = Of(NpsAttributeName.Class),
        CorrelationKey = Of(NpsAttributeName.MsRasCorrelationId), ServerKey = Of(NpsAttributeName.ComputerName), EventTimeKey = Of(NpsAttributeName.EventTimestamp);

    private NpsFacts(INpsAttributes record)
    {
        var packetType = record.Number(PacketTypeKey);
        var reason = record.Number(ReasonKey);
        var isAccounting = packetType is AccountingRequest;
        Outcome = NpsDecision.Outcome(packetType, reason, isAccounting ? record.Number(StatusKey) : null);
        if (Outcome is null && !isAccounting)
            return;

        Accounting = isAccounting ? NpsAccounting.Of(record) : null;
        Reason = reason is > 0 and <= uint.MaxValue ? (uint)reason : 0;
        Time = NpsTime.Wall(record.Text(TimestampKey), record.Text(DateKey), record.Text(TimeKey));
        Server = NpsIdentities.Bounded(record.Text(ServerKey));
        // Only XML has a Timestamp, and only there is Event-Timestamp known to be in UTC.
        if (Time is { } wall && record.Text(TimestampKey) is not null && record.Text(EventTimeKey) is { } utc)
            (NamesUtc, Offset) = (true, NpsTime.Offset(wall, utc));
        User = NpsIdentities.Bounded(record.Text(AccountKey) ?? record.Text(FullNameKey) ?? record.Text(UserKey));
        CallingStation = NpsIdentities.Bounded(record.Text(StationKey));
        (ClientName, ClientAddress, ClientIpv6Address) = (NpsIdentities.Bounded(record.Text(ClientNameKey)), NpsIdentities.Bounded(record.Text(ClientKey)), NpsIdentities.Bounded(record.Text(Client6Key)));
        (NasIdentifier, NasAddress, NasIpv6Address) = (NpsIdentities.Bounded(record.Text(NasNameKey)), NpsIdentities.Bounded(record.Text(NasKey)), NpsIdentities.Bounded(record.Text(Nas6Key)));
        IsRoutingService = record.Text(SourceKey) == "RAS";
        (ServerType, Vendor) = (record.Number(ServerTypeKey), record.Number(VendorKey));
        (PortType, Tunnel) = (record.Number(PortTypeKey), record.Number(TunnelKey));
        if (isAccounting)
            return;

        (Class, Correlation) = (record.Text(ClassKey), record.Text(CorrelationKey));
        if (Outcome is not (RadiusOutcome.Rejected or RadiusOutcome.Discarded))
            return;
        Policy = NpsIdentities.Bounded(record.Text(PolicyKey));
        Authentication = NpsIdentities.Bounded(record.Text(EapNameKey))
            ?? NpsWords.EapType(record.Number(EapTypeKey) ?? record.Number(OtherEapTypeKey)) ?? NpsWords.AuthenticationType(record.Number(AuthenticationKey));
    }

    /// <summary>Null for packets that are no step of a connection.</summary>
    public RadiusOutcome? Outcome { get; }

    /// <summary>Null for packets that are no Accounting-Request.</summary>
    public NpsAccounting? Accounting { get; }

    public uint Reason { get; }

    /// <summary>What NPS' clock showed; null where the record has no readable time.</summary>
    public DateTime? Time { get; }

    /// <summary>The server that wrote the record.</summary>
    public string? Server { get; }

    /// <summary>Whether the record names UTC beside the server's time.</summary>
    public bool NamesUtc { get; }

    /// <summary>Of the server's time from UTC; null where the record does not name UTC, or the two fit no zone.</summary>
    public TimeSpan? Offset { get; }

    public string? User { get; }

    public string? CallingStation { get; }

    public string? ClientName { get; }

    public string? ClientAddress { get; }

    public string? ClientIpv6Address { get; }

    public string? NasIdentifier { get; }

    public string? NasAddress { get; }

    public string? NasIpv6Address { get; }

    public bool IsRoutingService { get; }

    public long? ServerType { get; }

    public long? Vendor { get; }

    public long? PortType { get; }

    public long? Tunnel { get; }

    /// <summary>Of a refusal.</summary>
    public string? Policy { get; }

    /// <summary>The EAP type of a refusal, or the authentication type.</summary>
    public string? Authentication { get; }

    public string? Class { get; }

    private string? Correlation { get; }

    /// <summary>The first of the addresses by which a RADIUS client is known.</summary>
    public string? Address => ClientAddress ?? ClientIpv6Address ?? NasAddress ?? NasIpv6Address;

    /// <summary>Characters that waiting for an answer holds in memory, about.</summary>
    public int Size => 256 + (Class?.Length ?? 0) + (User?.Length ?? 0) + (CallingStation?.Length ?? 0);

    public static NpsFacts From(INpsAttributes record) => new(record);

    /// <summary>What joins a request and its answer, as in <see cref="NpsAttempts.Keys"/>.</summary>
    public IEnumerable<string> Keys()
    {
        if (Class is { } joined)
            yield return joined;
        if (Correlation is { } correlation)
            yield return "correlation " + correlation;
        if (User is { } user)
            yield return NpsAttempts.UserKey(ClientAddress ?? NasAddress, user);
    }
}
