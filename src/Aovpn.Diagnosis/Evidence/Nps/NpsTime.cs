using System.Globalization;
using Aovpn.Codecs.Nps;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Nps;

/// <summary>
/// When a record was written. NPS writes its own local time, as MM/dd/yyyy whatever the server's language; XML records with an
/// Event-Timestamp, which is in UTC, tell the offset as well. The date inside Class is when the service was started and says nothing.
/// </summary>
internal static class NpsTime
{
    private static readonly string[] Forms =
        ["MM/dd/yyyy HH:mm:ss.fff", "MM/dd/yyyy HH:mm:ss", "M/d/yyyy H:mm:ss", "MM/dd/yyyy HH:mm:ss.f", "yyyy-MM-dd HH:mm:ss", "MM-dd-yyyy HH:mm:ss", "dd.MM.yyyy HH:mm:ss"];

    /// <summary>Event-Timestamp is the access server's, so that clocks and delays make it differ a little from NPS' own.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(3);

    public static When? Of(NpsRecord record, Host clock)
    {
        var written = record[NpsAttributeName.Timestamp] ?? (record[NpsAttributeName.RecordDate] is { } date ? $"{date} {record[NpsAttributeName.RecordTime]}" : null);
        if (Parse(written) is not { } wall)
            return null;
        return record.Format is NpsLogFormat.Dts && Offset(wall, record[NpsAttributeName.EventTimestamp]) is { } offset
            ? new When(wall, offset, clock)
            : When.Local(wall, clock);
    }

    private static DateTime? Parse(string? text) =>
        DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>Zones are whole quarters of an hour from UTC, at most 14 hours; null where the two times do not fit that.</summary>
    private static TimeSpan? Offset(DateTime wall, string? eventTimestamp)
    {
        if (Parse(eventTimestamp) is not { } utc)
            return null;
        var apart = wall - utc;
        var quarters = Math.Round(apart.TotalMinutes / 15);
        var offset = TimeSpan.FromMinutes(quarters * 15);
        return offset.Duration() <= TimeSpan.FromHours(14) && (apart - offset).Duration() <= Tolerance ? offset : null;
    }
}
