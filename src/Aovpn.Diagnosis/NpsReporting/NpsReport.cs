using System.Collections.Immutable;

namespace Aovpn.Diagnosis.NpsReporting;

/// <summary>Who was refused in NPS accounting logs, and why. The tables are of VPN access; Wi-Fi, switches and gateways of other kinds are counted apart.</summary>
/// <param name="Records">Records read, before any filter.</param>
/// <param name="First">Time of the earliest record that was counted, by the server's clock.</param>
/// <param name="OtherReasons">Reasons of refusals that are not of VPN access.</param>
/// <param name="ByHour">Refusals in each of the 24 hours of the day, by the server's clock.</param>
/// <param name="ByDay">Days with records, the earliest first.</param>
/// <param name="Unanswered">Users whose requests the log does not answer.</param>
public sealed record NpsReport(
    ImmutableArray<string> Files,
    long Records,
    ImmutableArray<NpsDamageCount> Damaged,
    DateTime? First,
    DateTime? Last,
    NpsTraffic Vpn,
    NpsTraffic Others,
    ImmutableArray<RefusalReason> Reasons,
    ImmutableArray<RefusalReason> OtherReasons,
    RefusalTable ByPolicy,
    RefusedUsers ByUser,
    RefusalTable ByClient,
    RefusalTable ByCallingStation,
    RefusalTable ByAuthentication,
    ImmutableArray<long> ByHour,
    ImmutableArray<NpsDay> ByDay,
    RefusalTable Unanswered,
    NpsSessions Sessions,
    ImmutableArray<NpsClockNote> Clocks);
