using System.Globalization;

namespace Aovpn.Codecs.Nps.Writing;

/// <summary>Date and time of a record as the three formats write them: two fields of a line, or one element.</summary>
internal static class NpsMoment
{
    private static readonly string[] Timestamps = ["MM/dd/yyyy HH:mm:ss.fff", "MM/dd/yyyy HH:mm:ss", "MM/dd/yyyy HH:mm:ss.f", "M/d/yyyy H:mm:ss"];

    /// <summary>Record-Date and Record-Time; milliseconds, which lines do not hold, are cut.</summary>
    public static (string Date, string Time) Fields(NpsRecord record)
    {
        if (record[NpsAttributeName.RecordDate] is { } date)
            return (date, record[NpsAttributeName.RecordTime] ?? "");
        var stamp = record[NpsAttributeName.Timestamp] ?? "";
        if (DateTime.TryParseExact(stamp, Timestamps, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return (time.ToString("MM'/'dd'/'yyyy", CultureInfo.InvariantCulture), time.ToString("HH':'mm':'ss", CultureInfo.InvariantCulture));
        return stamp.Split(' ', 2) is [var day, var clock] ? (day, clock) : (stamp, "");
    }

    /// <summary>Timestamp, with the milliseconds that NPS writes there.</summary>
    public static string Element(NpsRecord record)
    {
        if (record[NpsAttributeName.Timestamp] is { } stamp)
            return stamp;
        var (date, time) = Fields(record);
        return time.Length == "HH:mm:ss".Length ? $"{date} {time}.000" : $"{date} {time}".Trim();
    }

    public static bool IsPart(string name) => name is NpsAttributeName.RecordDate or NpsAttributeName.RecordTime or NpsAttributeName.Timestamp;
}
