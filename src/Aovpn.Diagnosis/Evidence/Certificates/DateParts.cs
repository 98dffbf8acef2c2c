using System.Buffers;

namespace Aovpn.Diagnosis.Evidence.Certificates;

/// <summary>A date as figures in the order in which they are written.</summary>
/// <param name="YearFirst">The year came first: month and day follow in that order.</param>
/// <param name="A">First of the two that are not the year.</param>
/// <param name="B">Second of the two.</param>
/// <param name="Separator">Between the figures of the date.</param>
/// <param name="TwelveHour">An AM or PM mark was there.</param>
/// <param name="Padded">Day or month is written with a leading zero.</param>
internal readonly record struct DateParts(bool YearFirst, int Year, int A, int B, TimeSpan Time, char Separator, bool TwelveHour, bool Padded)
{
    private const int LongestDate = 64;

    private static readonly SearchValues<string> Afternoon = SearchValues.Create(["PM", "P.M.", "P. M.", "下午", "午後", "오후"], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> Morning = SearchValues.Create(["AM", "A.M.", "A. M.", "上午", "午前", "오전"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The date in the given order; null when the figures are no date in it.</summary>
    public DateTime? InOrder(bool dayFirst)
    {
        var (month, day) = dayFirst ? (B, A) : (A, B);
        return month is >= 1 and <= 12 && Year is >= 1 and <= 9999 && day >= 1 && day <= DateTime.DaysInMonth(Year, month)
            ? new DateTime(Year, month, day, 0, 0, 0, DateTimeKind.Unspecified) + Time
            : null;
    }

    /// <summary>Reads <c>12/8/2017 8:07 PM</c>, <c>01.01.2026 01:00</c>, <c>2024-03-01 10:00</c>, <c>2024/3/1 上午 10:00</c>; null for anything else.</summary>
    public static DateParts? Parse(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > LongestDate || !char.IsAsciiDigit(text[0]))
            return null;

        var at = 0;
        if (Number(text, ref at, out var firstDigits) is not { } first || Separators(text, ref at) is not { } separator
            || Number(text, ref at, out var secondDigits) is not { } second || Separators(text, ref at) != separator
            || Number(text, ref at, out var thirdDigits) is not { } third)
            return null;

        var yearFirst = firstDigits == 4;
        if (!yearFirst && thirdDigits is not (4 or 2))
            return null;
        if (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('.' or ',' or 'T'))
            return null;
        if (Clock(text[at..]) is not { } clock)
            return null;

        var padded = yearFirst ? secondDigits == 2 && second < 10 : (firstDigits == 2 && first < 10) || (secondDigits == 2 && second < 10);
        var year = yearFirst ? first : thirdDigits == 2 ? 2000 + third : third;
        return new DateParts(yearFirst, year, yearFirst ? second : first, yearFirst ? third : second, clock.Time, separator, clock.TwelveHour, padded);
    }

    private static (TimeSpan Time, bool TwelveHour)? Clock(ReadOnlySpan<char> text)
    {
        var afternoon = text.ContainsAny(Afternoon);
        var morning = !afternoon && text.ContainsAny(Morning);
        var at = text.IndexOfAnyInRange('0', '9');
        if (at < 0)
            return text.Trim(" .,").Length == 0 ? (TimeSpan.Zero, false) : null;

        if (Number(text, ref at, out _) is not { } hour || at >= text.Length || text[at] is not (':' or '.'))
            return null;
        at++;
        if (Number(text, ref at, out _) is not { } minute)
            return null;
        var second = 0;
        if (at < text.Length && text[at] is ':' or '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            second = Number(text, ref at, out _) ?? 0;
        }

        if (hour > 23 || minute > 59 || second > 59)
            return null;
        var hours = afternoon && hour < 12 ? hour + 12 : morning && hour == 12 ? 0 : hour;
        return (new TimeSpan(hours, minute, second), afternoon || morning);
    }

    private static char? Separators(ReadOnlySpan<char> text, ref int at)
    {
        if (at >= text.Length || text[at] is not ('/' or '.' or '-'))
            return null;
        var separator = text[at++];
        while (at < text.Length && text[at] == ' ')
            at++;
        return separator;
    }

    private static int? Number(ReadOnlySpan<char> text, ref int at, out int digits)
    {
        var start = at;
        var value = 0;
        while (at < text.Length && at - start < 4 && char.IsAsciiDigit(text[at]))
            value = value * 10 + (text[at++] - '0');
        digits = at - start;
        return digits == 0 ? null : value;
    }
}
