using System.Collections.Immutable;
using System.Text.Json;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.NpsReporting;

namespace Aovpn.Reports;

/// <summary>A report of NPS logs as JSON, schema <c>aovpn.nps-report/1</c>. Times are by the server's clock, without offset: the logs name none.</summary>
public static class NpsReportJson
{
    public static string Write(NpsReport report) => JsonSerializer.Serialize(Of(report), NpsReportJsonContext.Readable.NpsReportDocument);

    private static NpsReportDocument Of(NpsReport report) => new(
        "aovpn.nps-report/1",
        report.Files,
        report.Records,
        [.. report.Damaged.Select(damage => new DamageDocument(
            KebabCase.Of(damage.Reason.ToString()), damage.Count, damage.FirstFile, damage.FirstLine, MessageText.AsWritten.Of(damage.Sentence)))],
        report.First,
        report.Last,
        report.Vpn,
        report.Others,
        report.Reasons,
        report.OtherReasons,
        report.ByPolicy,
        report.ByUser,
        report.ByClient,
        report.ByCallingStation,
        report.ByAuthentication,
        report.ByHour,
        report.Unanswered,
        report.Sessions);

    internal sealed record NpsReportDocument(
        string Schema, ImmutableArray<string> Files, long Records, ImmutableArray<DamageDocument> Damaged, DateTime? First, DateTime? Last, NpsTraffic Vpn, NpsTraffic Others,
        ImmutableArray<RefusalReason> Reasons, ImmutableArray<RefusalReason> OtherReasons, RefusalTable ByPolicy, RefusedUsers ByUser, RefusalTable ByClient,
        RefusalTable ByCallingStation, RefusalTable ByAuthentication, ImmutableArray<long> ByHour, RefusalTable Unanswered, NpsSessions Sessions);

    internal sealed record DamageDocument(string Reason, long Count, string FirstFile, long FirstLine, string Sentence);
}
