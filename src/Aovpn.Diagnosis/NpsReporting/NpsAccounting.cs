using System.Globalization;
using Aovpn.Codecs.Nps;
using Aovpn.Diagnosis.Catalogue;
using Aovpn.Diagnosis.Evidence.Nps;

namespace Aovpn.Diagnosis.NpsReporting;

/// <summary>What an Accounting-Request says of its session: RFC 2866.</summary>
/// <param name="Status">Acct-Status-Type.</param>
/// <param name="BytesIn">Acct-Input-Octets with their Gigawords.</param>
/// <param name="Seconds">Acct-Session-Time; 0 where there is none.</param>
/// <param name="Cause">Acct-Terminate-Cause by name; empty where there is none.</param>
internal sealed record NpsAccounting(long? Status, string? Session, long BytesIn, long BytesOut, long Seconds, string Cause)
{
    private static readonly NpsAttributeKey
        StatusKey = NpsAttributeKey.Of(NpsAttributeName.AcctStatusType), SessionKey = NpsAttributeKey.Of(NpsAttributeName.AcctSessionId),
        InKey = NpsAttributeKey.Of("Acct-Input-Octets"), InWideKey = NpsAttributeKey.Of("Acct-Input-Gigawords"),
        OutKey = NpsAttributeKey.Of("Acct-Output-Octets"), OutWideKey = NpsAttributeKey.Of("Acct-Output-Gigawords"),
        TimeKey = NpsAttributeKey.Of("Acct-Session-Time"), CauseKey = NpsAttributeKey.Of(NpsAttributeName.AcctTerminateCause);

    public static NpsAccounting Of(INpsAttributes record)
    {
        var cause = record.Number(CauseKey)?.ToString(CultureInfo.InvariantCulture);
        return new(
            record.Number(StatusKey), NpsIdentities.Bounded(record.Text(SessionKey)), Wide(record, InKey, InWideKey), Wide(record, OutKey, OutWideKey),
            record.Number(TimeKey) is > 0 and <= uint.MaxValue and { } seconds ? seconds : 0,
            cause is null ? "" : NpsEnums.Name(NpsAttributeName.AcctTerminateCause, cause) ?? cause);
    }

    /// <summary>RFC 2869 section 5.1: Gigawords count how often the 32 bits of Octets went round.</summary>
    private static long Wide(INpsAttributes record, NpsAttributeKey octets, NpsAttributeKey gigawords) =>
        Word(record.Number(octets)) + (Word(record.Number(gigawords)) & int.MaxValue) * 0x1_0000_0000;

    private static long Word(long? number) => number is > 0 and <= uint.MaxValue ? number.Value : 0;
}
