using Aovpn.Codecs.Nps;
using Aovpn.Diagnosis.Evidence.Events;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using static Aovpn.Codecs.Nps.NpsAttributeKeys;

namespace Aovpn.Diagnosis.Evidence.Nps;

/// <summary>From a record of the accounting log to what NPS decided.</summary>
internal static class NpsDecision
{
    /// <summary>Null for packets that are no step of a connection: Accounting-On and -Off, status queries.</summary>
    /// <remarks>
    /// A request that NPS throws away has the packet type of a request and a reason. From memory: no record of such a
    /// request was at hand.
    /// </remarks>
    public static RadiusOutcome? Outcome(INpsAttributes record) => Outcome(record.Number(PacketType), record.Number(ReasonCode), record.Number(AcctStatusType));

    /// <summary>The same from the three numbers that decide.</summary>
    public static RadiusOutcome? Outcome(long? packetType, long? reason, long? accountingStatus) => packetType switch
    {
        1 => reason is > 0 ? RadiusOutcome.Discarded : RadiusOutcome.Requested,
        2 => RadiusOutcome.Accepted,
        3 => RadiusOutcome.Rejected,
        4 when reason is > 0 => RadiusOutcome.Discarded,
        4 => accountingStatus switch
        {
            1 => RadiusOutcome.SessionStarted,
            2 => RadiusOutcome.SessionStopped,
            3 => RadiusOutcome.SessionInterim,
            _ => null,
        },
        11 => RadiusOutcome.Challenged,
        null when reason is > 0 => RadiusOutcome.Rejected,
        _ => null,
    };

    /// <param name="request">The request that the record answers, which names what the answer leaves out; null when none was read.</param>
    public static RadiusDecision Of(INpsAttributes record, RadiusOutcome outcome, NpsRecord? request, NpsCitations cite, NpsIdentities identities)
    {
        var about = identities.Writer(record);
        FieldPlaces? places = null;

        // The answer's own words go first; what it leaves out is the request's.
        var user = Value(nameof(RadiusDecision.User), SamAccountName, FullyQualifiedUserName, UserName);
        var port = record.Number(NasPortType) ?? request?.Number(NasPortType);
        var client = identities.Client(new(
            identities.Text(Either(ClientFriendlyName)), identities.Text(Either(ClientIPAddress) ?? Either(ClientIpv6Address)),
            identities.Text(Either(NasIPAddress) ?? Either(NasIpv6Address)), identities.Text(Either(NasIdentifier)), NpsWords.PortType(port)));
        var calling = Value(nameof(RadiusDecision.CallingStation), CallingStationId);
        var session = Value(nameof(RadiusDecision.SessionId), AcctSessionId);
        var reason = record.Number(ReasonCode);
        if (reason is > 0)
            Place(nameof(RadiusDecision.Reason), record, ReasonCode);
        if (record.Text(NPPolicyName) is not null)
            Place(nameof(RadiusDecision.NetworkPolicy), record, NPPolicyName);

        return new(cite.Of(record), about, NpsTime.Of(record, about), outcome,
            reason is > 0 and <= uint.MaxValue ? Code.NpsReason((uint)reason) : null,
            identities.Text(user), identities.Text(record.Text(NPPolicyName)), identities.Text(record.Text(ProxyPolicyName)),
            NpsWords.AuthenticationType(record.Number(AuthenticationType)),
            identities.Text(record.Text(EapFriendlyName)) ?? NpsWords.EapType(record.Number(MsAcctEapType) ?? record.Number(IasEapTypeId)),
            client, identities.Text(calling), identities.Text(session), NpsIdentities.Bounded(record.Text(NpsAttributeKeys.Class)))
        {
            IsVpn = NpsMedium.Of(record).Or(request is null ? null : NpsMedium.Of(request)).IsVpn,
            CoId = Guid.TryParse(Either(MsRasCorrelationId), out var correlation) ? correlation.ToString("D") : null,
            MsChapError = MsChapError.Parse(record.Text(NpsAttributeKeys.MsChapError)),
            FieldsWhenAsked = places?.WhenAsked,
        };

        string? Either(NpsAttributeKey key) => record.Text(key) ?? request?.Text(key);

        string? Value(string field, params ReadOnlySpan<NpsAttributeKey> keys)
        {
            return First(record, field, keys) ?? First(request, field, keys);
        }

        string? First(INpsAttributes? one, string field, ReadOnlySpan<NpsAttributeKey> keys)
        {
            foreach (var key in keys)
            {
                if (one?.Text(key) is not { } value)
                    continue;
                Place(field, one, key);
                return value;
            }

            return null;
        }

        void Place(string field, INpsAttributes one, NpsAttributeKey key)
        {
            if (!ReferenceEquals(one, record) || one.Line != one.LastLine)
                (places ??= new()).Add(field, cite.Place(one, key));
        }
    }
}
