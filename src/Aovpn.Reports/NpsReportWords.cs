using System.Globalization;
using Aovpn.Diagnosis.NpsReporting;

namespace Aovpn.Reports;

/// <summary>Words and figures that every form of the report of NPS logs shares.</summary>
internal static class NpsReportWords
{
    public static string Clock(NpsClockNote note)
    {
        var whose = note.Whose is { } name ? VisibleText.Of(name) : null;
        return note.Kind switch
        {
            NpsClockNoteKind.OffsetFromUtc => string.Create(CultureInfo.InvariantCulture, $"The clock of {whose ?? "the server"} is at {Offset(note.By)}{(note.First is { } at ? $", from {Time(at)} on" : "")} ({note.Count} records name both times)."),
            NpsClockNoteKind.GoesBack => string.Create(
                CultureInfo.InvariantCulture,
                $"The clock of {whose ?? "the server"} goes back {note.Count} {(note.Count == 1 ? "time" : "times")} within a log, by {Span((long)note.By.TotalSeconds)} at most, first at {(note.First is { } at ? Time(at) : "an unknown time")}: summer time ended, or the clock was set. Hours around it are counted twice."),
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"The clock of {whose ?? "a RADIUS client"} and that of NPS are minutes apart: {note.Count} records carry an Event-Timestamp that fits no time zone. Set both by the domain's time (w32tm /query /status) before times of the two are laid side by side."),
        };
    }

    public static string Between(DateTime? first, DateTime? last) => (first, last) switch
    {
        ({ } one, { } other) when one == other => Time(one),
        ({ } one, { } other) => $"{Time(one)} to {Time(other)}",
        _ => "",
    };

    public static string Time(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Span(long seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00}");

    public static string Size(long bytes) => bytes switch
    {
        < 10_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 10_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.0} KB"),
        < 10_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.0} GB"),
    };

    /// <summary>What the counts were narrowed to; empty for everything.</summary>
    public static string Filter(NpsReportFilter filter)
    {
        string?[] parts =
        [
            filter.User is { } user ? $"user {VisibleText.Of(user)}" : null,
            filter.Client is { } client ? $"RADIUS client {VisibleText.Of(client)}" : null,
            filter.Reason is { } reason ? string.Create(CultureInfo.InvariantCulture, $"refusals with reason {reason}") : null,
            filter.Since is { } since ? $"from {Time(since)}" : null,
            filter.Until is { } until ? $"before {Time(until)}" : null,
        ];
        return string.Join(", ", parts.Where(part => part is not null));
    }

    private static string Offset(TimeSpan offset) => offset == TimeSpan.Zero ? "UTC"
        : string.Create(CultureInfo.InvariantCulture, $"UTC{(offset < TimeSpan.Zero ? '-' : '+')}{offset.Duration():hh\\:mm}");
}
