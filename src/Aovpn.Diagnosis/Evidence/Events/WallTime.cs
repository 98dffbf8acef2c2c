using System.Globalization;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>
/// Dates as Windows shows them in local time: year first, with dots (day first), or with slashes, where the culture decides which of
/// two numbers is the day. A slashed date with AM or PM is read month first; so is one of an artifact in which another date has a
/// second number above 12. Where nothing decides, there is no time.
/// </summary>
internal static class WallTime
{
    /// <param name="isMonthFirst">What other dates of the artifact say; null when they say nothing.</param>
    public static DateTime? Parse(string text, bool? isMonthFirst)
    {
        var tokens = text.Replace('\u202F', ' ').Replace('\u00A0', ' ').Replace(',', ' ')
            .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (tokens.Length == 0)
            return null;
        if (tokens[0].Length > 10 && tokens[0][10] == 'T' && DateTime.TryParse(tokens[0], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var round))
            return round.Kind is DateTimeKind.Unspecified ? round : null;

        var meridiem = tokens.Length > 2 ? tokens[2].Replace(".", "", StringComparison.Ordinal).ToUpperInvariant() : "";
        if (Day(tokens[0], isMonthFirst ?? (meridiem is "AM" or "PM" ? true : null)) is not { } day)
            return null;
        if (tokens.Length == 1)
            return null;
        return Clock(tokens[1], meridiem) is { } clock ? day + clock : null;
    }

    /// <returns>Whether a slashed date can only be month first (true) or day first (false); null for all others.</returns>
    public static bool? Order(string text)
    {
        var parts = text.TrimStart().Split(' ', 2)[0].Split('/');
        if (parts.Length != 3 || Number(parts[0]) is not { } first || Number(parts[1]) is not { } second)
            return null;
        return (first, second) switch
        {
            ( > 12 and <= 31, <= 12) => false,
            ( <= 12, > 12 and <= 31) => true,
            _ => null,
        };
    }

    private static DateTime? Day(string text, bool? isMonthFirst)
    {
        var separator = text.FirstOrDefault(letter => !char.IsAsciiDigit(letter));
        if (separator is not ('/' or '.' or '-'))
            return null;
        var parts = text.TrimEnd(separator).Split(separator);
        if (parts.Length != 3 || Number(parts[0]) is not { } first || Number(parts[1]) is not { } second || Number(parts[2]) is not { } third)
            return null;
        if (parts[0].Length == 4)
            return Date(first, second, third);
        var year = third < 100 ? 2000 + third : third;
        if (separator is '.' or '-')
            return Date(year, second, first);
        if ((Order(text) ?? isMonthFirst ?? (first == second ? true : null)) is not { } monthFirst)
            return null;
        return monthFirst ? Date(year, first, second) : Date(year, second, first);
    }

    private static DateTime? Date(int year, int month, int day) =>
        year is >= 1990 and < 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateTime(year, month, day) : null;

    private static TimeSpan? Clock(string text, string meridiem)
    {
        var parts = text.Split('.', 2)[0].Split(':');
        if (parts.Length is < 2 or > 3 || Number(parts[0]) is not { } hour || Number(parts[1]) is not { } minute)
            return null;
        var second = parts.Length == 3 ? Number(parts[2]) : 0;
        if (second is null)
            return null;
        if (meridiem is "AM" or "PM")
            hour = hour % 12 + (meridiem == "PM" ? 12 : 0);
        return hour < 24 && minute < 60 && second < 61 ? new TimeSpan(hour, minute, second.Value) : null;
    }

    private static int? Number(string text) =>
        text.Length is > 0 and <= 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
