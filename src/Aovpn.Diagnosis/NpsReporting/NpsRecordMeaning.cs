using System.Collections.Concurrent;
using System.Globalization;
using Aovpn.Codecs.Nps;
using Aovpn.Diagnosis.Catalogue;
using Aovpn.Diagnosis.Evidence.Nps;
using Aovpn.Diagnosis.Model;
using static Aovpn.Codecs.Nps.NpsAttributeName;

namespace Aovpn.Diagnosis.NpsReporting;

/// <summary>What one record says by itself, in words.</summary>
/// <param name="Time">By the server's clock; null where the record has no readable time.</param>
/// <param name="What">Access-Reject, Accounting Stop; the number where no name is known.</param>
/// <param name="Reason">Reason-Code; 0 for success and where the record has none.</param>
/// <param name="ReasonSymbol">Microsoft's name of the reason.</param>
/// <param name="ReasonText">What the catalogue says of it; null for 0 and for reasons that it does not have.</param>
/// <param name="Client">The RADIUS client: VPN1 (192.0.2.10).</param>
/// <param name="Authentication">The EAP type where the record names one, else the authentication type.</param>
public sealed record NpsRecordMeaning(
    DateTime? Time, string What, uint Reason, string? ReasonSymbol, string? ReasonText, string? User, string? Client, string? CallingStation, string? Policy, string? Authentication,
    string? Session)
{
    private static readonly ConcurrentDictionary<uint, (string? Symbol, string? Text)> Reasons = [];

    public static NpsRecordMeaning Of(NpsRecord record)
    {
        var reason = record.Number(ReasonCode) is > 0 and <= uint.MaxValue and { } code ? (uint)code : 0;
        var (symbol, text) = ReasonOf(reason);
        var client = (record[ClientFriendlyName], record[ClientIPAddress] ?? record[ClientIpv6Address] ?? record[NasIPAddress] ?? record[NasIpv6Address]) switch
        {
            ({ } name, { } address) => $"{name} ({address})",
            var (name, address) => name ?? address,
        };
        var authentication = record[EapFriendlyName] ?? NpsWords.EapType(record.Number(MsAcctEapType) ?? record.Number("IAS-EAP-TypeId")) ?? NpsWords.AuthenticationType(record.Number(AuthenticationType));
        return new(
            TimeOf(record), WhatOf(record), reason, symbol, text, NpsIdentities.Bounded(record[SamAccountName] ?? record[FullyQualifiedUserName] ?? record[UserName]),
            NpsIdentities.Bounded(client), NpsIdentities.Bounded(record[CallingStationId]), NpsIdentities.Bounded(record[NPPolicyName]), NpsIdentities.Bounded(authentication),
            NpsIdentities.Bounded(record[AcctSessionId]));
    }

    /// <summary>When a record was written, by the server's clock.</summary>
    public static DateTime? TimeOf(NpsRecord record) => NpsTime.Wall(record[Timestamp], record[RecordDate], record[RecordTime]);

    /// <summary>Microsoft's name and the catalogue's text of a Reason-Code.</summary>
    public static (string? Symbol, string? Text) ReasonOf(uint code)
    {
        if (code == 0 || Reasons.TryGetValue(code, out var known))
            return code == 0 ? default : Reasons[code];
        var row = ErrorCatalogue.Find(Code.NpsReason(code));
        known = (row?.Symbol, row?.Text);
        if (Reasons.Count < 1_000)
            Reasons[code] = known;
        return known;
    }

    private static string WhatOf(NpsRecord record)
    {
        if (record.Number(PacketType) is not { } packet)
            return "no Packet-Type";
        var name = Name(PacketType, packet);
        return packet == 4 && record.Number(AcctStatusType) is { } status ? $"Accounting {Name(AcctStatusType, status)}" : name;
    }

    private static string Name(string attribute, long value)
    {
        var number = value.ToString(CultureInfo.InvariantCulture);
        return NpsEnums.Name(attribute, number) ?? $"{attribute} {number}";
    }
}
