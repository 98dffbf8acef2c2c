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

    public static When? Of(INpsAttributes record, Host clock)
    {
        if (Wall(record.Text(NpsAttributeKeys.Timestamp), record.Text(NpsAttributeKeys.RecordDate), record.Text(NpsAttributeKeys.RecordTime)) is not { } wall)
            return null;
        return record.Format is NpsLogFormat.Dts && Offset(wall, record.Text(NpsAttributeKeys.EventTimestamp)) is { } offset
            ? new When(wall, offset, clock)
            : When.Local(wall, clock);
    }

    /// <summary>What NPS' clock showed, from Timestamp or from Record-Date and Record-Time; null where none can be read.</summary>
    public static DateTime? Wall(string? timestamp, string? date, string? time)
    {
        if (timestamp is not null)
            return Stamp(timestamp);
        if (date is null)
            return null;
        return Usual(date, time) ?? Parse($"{date} {time}");
    }

    /// <summary>11/22/2026 10:15:00.047, as the XML format has it, or any other form.</summary>
    private static DateTime? Stamp(string text) =>
        text is [_, _, _, _, _, _, _, _, _, _, ' ', _, _, _, _, _, _, _, _, '.', _, _, _] && Usual(text.AsSpan(0, 10), text.AsSpan(11, 8)) is { } seconds && Figure(text.AsSpan(20)) is >= 0 and var milliseconds
            ? seconds.AddMilliseconds(milliseconds)
            : Parse(text);

    /// <summary>11/22/2026 and 10:15:00, the form of nearly every record, without a general parser.</summary>
    private static DateTime? Usual(ReadOnlySpan<char> date, ReadOnlySpan<char> time)
    {
        if (date is not [_, _, '/', _, _, '/', _, _, _, _] || time is not [_, _, ':', _, _, ':', _, _])
            return null;
        var (month, day, year) = (Figure(date[..2]), Figure(date[3..5]), Figure(date[6..]));
        var (hour, minute, second) = (Figure(time[..2]), Figure(time[3..5]), Figure(time[6..]));
        return year > 0 && month is > 0 and <= 12 && day > 0 && day <= DateTime.DaysInMonth(year, month) && hour is >= 0 and < 24 && minute is >= 0 and < 60 && second is >= 0 and < 60
            ? new DateTime(year, month, day, hour, minute, second)
            : null;
    }

    /// <summary>-1 for what is no number.</summary>
    private static int Figure(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
                return -1;
            number = number * 10 + digit - '0';
        }

        return number;
    }

    private static DateTime? Parse(string? text) =>
        DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>Zones are whole quarters of an hour from UTC, at most 14 hours; null where the two times do not fit that.</summary>
    public static TimeSpan? Offset(DateTime wall, string? eventTimestamp)
    {
        if (Parse(eventTimestamp) is not { } utc)
            return null;
        var apart = wall - utc;
        var quarters = Math.Round(apart.TotalMinutes / 15);
        var offset = TimeSpan.FromMinutes(quarters * 15);
        return offset.Duration() <= TimeSpan.FromHours(14) && (apart - offset).Duration() <= Tolerance ? offset : null;
    }
}
