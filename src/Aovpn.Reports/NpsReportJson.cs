using System.Collections.Immutable;
using System.Text.Json;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.NpsReporting;
using Aovpn.Reports.Json;

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
        [.. report.Reasons.Select(Of)],
        [.. report.OtherReasons.Select(Of)],
        report.ByPolicy,
        report.ByUser,
        report.ByClient,
        report.ByCallingStation,
        report.ByAuthentication,
        report.ByHour,
        report.ByDay,
        report.Unanswered,
        report.Sessions,
        [.. report.Clocks.Select(note => new ClockDocument(note.Kind, note.Whose, (long)note.By.TotalSeconds, note.Count, note.First, NpsReportWords.Clock(note)))]);

    private static ReasonDocument Of(RefusalReason reason) => new(
        reason.Code, reason.Symbol, reason.Text, reason.Count, reason.First, reason.Last,
        [.. reason.Pages.Select(page => new PageDocument(page.Id, page.Title, [.. page.Fixes.Select(fix => new FixJson(fix.Where.ToString(), fix.Text, [.. fix.Commands]))]))]);

    internal sealed record NpsReportDocument(
        string Schema, ImmutableArray<string> Files, long Records, ImmutableArray<DamageDocument> Damaged, DateTime? First, DateTime? Last, NpsTraffic Vpn, NpsTraffic Others,
        ImmutableArray<ReasonDocument> Reasons, ImmutableArray<ReasonDocument> OtherReasons, RefusalTable ByPolicy, RefusedUsers ByUser, RefusalTable ByClient,
        RefusalTable ByCallingStation, RefusalTable ByAuthentication, ImmutableArray<long> ByHour, ImmutableArray<NpsDay> ByDay, RefusalTable Unanswered, NpsSessions Sessions,
        ImmutableArray<ClockDocument> Clocks);

    internal sealed record ReasonDocument(uint Code, string? Symbol, string Text, long Count, DateTime? First, DateTime? Last, ImmutableArray<PageDocument> Pages);

    internal sealed record PageDocument(string Id, string Title, ImmutableArray<FixJson> Fixes);

    internal sealed record ClockDocument(NpsClockNoteKind Kind, string? Whose, long BySeconds, long Count, DateTime? First, string Sentence);

    internal sealed record DamageDocument(string Reason, long Count, string FirstFile, long FirstLine, string Sentence);
}
