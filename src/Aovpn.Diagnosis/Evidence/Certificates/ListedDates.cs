using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Certificates;

/// <summary>
/// Reads the dates of one listing, which all have the form of its machine's culture. Day and month are told apart by any date of
/// the listing, by the language of the labels, or not at all: then both readings are kept.
/// </summary>
internal sealed class ListedDates
{
    private readonly bool? _dayFirst;

    /// <summary>What was read before: certificates of one authority end on the same days.</summary>
    private readonly Dictionary<string, ListedDate?> _known = new(StringComparer.Ordinal);

    /// <param name="texts">All dates of the listing.</param>
    /// <param name="language">Of its labels; null when unknown.</param>
    public ListedDates(IEnumerable<string> texts, string? language) => _dayFirst = DayFirst(texts, language);

    public ListedDate? Read(string text)
    {
        if (!_known.TryGetValue(text, out var known))
            _known[text] = known = Date(text);
        return known;
    }

    private ListedDate? Date(string text) =>
        DateParts.Parse(text) is not { } parts ? null
        : parts.YearFirst ? Only(parts.InOrder(dayFirst: false))
        : _dayFirst is { } dayFirst ? Only(parts.InOrder(dayFirst)) ?? Only(parts.InOrder(!dayFirst))
        : (parts.InOrder(dayFirst: false), parts.InOrder(dayFirst: true)) switch
        {
            ({ } monthFirst, { } dayFirstReading) when monthFirst == dayFirstReading => new ListedDate(monthFirst),
            ({ } monthFirst, { } dayFirstReading) => new ListedDate(monthFirst, dayFirstReading),
            var (monthFirst, dayFirstReading) => Only(monthFirst ?? dayFirstReading),
        };

    private static ListedDate? Only(DateTime? date) => date is { } only ? new ListedDate(only) : null;

    private static bool? DayFirst(IEnumerable<string> texts, string? language)
    {
        var dates = texts.Distinct(StringComparer.Ordinal).Select(text => DateParts.Parse(text)).OfType<DateParts>().Where(date => !date.YearFirst).ToArray();
        if (dates.Any(date => date.A > 12 && date.B <= 12))
            return true;
        if (dates.Any(date => date.B > 12 && date.A <= 12))
            return false;
        if (dates.Any(date => date.Separator == '.'))
            return true;
        if (language is "de" or "fr" or "it" or "es" or "pt" or "ru")
            return true;

        // en-US writes M/d/yyyy h:mm tt without leading zeros; of the day-first English cultures those with a twelve-hour clock pad the month.
        return language is "en" && dates.Length > 0 && dates.All(date => date is { Separator: '/', TwelveHour: true, Padded: false }) && dates.Any(date => date.B < 10)
            ? false : null;
    }
}
