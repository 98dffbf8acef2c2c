using Aovpn.Codecs.Nps;
using Aovpn.Diagnosis.Evidence.Nps;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.NpsReporting;

/// <summary>What a report needs of one record, read on whatever thread has the record.</summary>
internal sealed class NpsFacts
{
    private const int AccountingRequest = 4;

    private NpsFacts(INpsAttributes record)
    {
        var packetType = record.Number(NpsAttributeKeys.PacketType);
        var reason = record.Number(NpsAttributeKeys.ReasonCode);
        var isAccounting = packetType is AccountingRequest;
        Outcome = NpsDecision.Outcome(packetType, reason, isAccounting ? record.Number(NpsAttributeKeys.AcctStatusType) : null);
        if (Outcome is null && !isAccounting)
            return;

        Accounting = isAccounting ? NpsAccounting.Of(record) : null;
        Reason = reason is > 0 and <= uint.MaxValue ? (uint)reason : 0;
        Time = NpsTime.Wall(record.Text(NpsAttributeKeys.Timestamp), record.Text(NpsAttributeKeys.RecordDate), record.Text(NpsAttributeKeys.RecordTime));
        Server = NpsIdentities.Bounded(record.Text(NpsAttributeKeys.ComputerName));
        // Only XML has a Timestamp, and only there is Event-Timestamp known to be in UTC.
        if (Time is { } wall && record.Text(NpsAttributeKeys.Timestamp) is not null && record.Text(NpsAttributeKeys.EventTimestamp) is { } utc)
            (NamesUtc, Offset) = (true, NpsTime.Offset(wall, utc));
        User = NpsIdentities.Bounded(record.Text(NpsAttributeKeys.SamAccountName) ?? record.Text(NpsAttributeKeys.FullyQualifiedUserName) ?? record.Text(NpsAttributeKeys.UserName));
        CallingStation = NpsIdentities.Bounded(record.Text(NpsAttributeKeys.CallingStationId));
        (ClientName, ClientAddress, ClientIpv6Address) = (NpsIdentities.Bounded(record.Text(NpsAttributeKeys.ClientFriendlyName)), NpsIdentities.Bounded(record.Text(NpsAttributeKeys.ClientIPAddress)), NpsIdentities.Bounded(record.Text(NpsAttributeKeys.ClientIpv6Address)));
        (NasIdentifier, NasAddress, NasIpv6Address) = (NpsIdentities.Bounded(record.Text(NpsAttributeKeys.NasIdentifier)), NpsIdentities.Bounded(record.Text(NpsAttributeKeys.NasIPAddress)), NpsIdentities.Bounded(record.Text(NpsAttributeKeys.NasIpv6Address)));
        Medium = NpsMedium.Of(record);
        if (isAccounting)
            return;

        (Class, Correlation) = (record.Text(NpsAttributeKeys.Class), record.Text(NpsAttributeKeys.MsRasCorrelationId));
        if (Outcome is not (RadiusOutcome.Rejected or RadiusOutcome.Discarded))
            return;
        Policy = NpsIdentities.Bounded(record.Text(NpsAttributeKeys.NPPolicyName));
        Authentication = NpsIdentities.Bounded(record.Text(NpsAttributeKeys.EapFriendlyName))
            ?? NpsWords.EapType(record.Number(NpsAttributeKeys.MsAcctEapType) ?? record.Number(NpsAttributeKeys.IasEapTypeId)) ?? NpsWords.AuthenticationType(record.Number(NpsAttributeKeys.AuthenticationType));
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

    public NpsMedium Medium { get; }

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
