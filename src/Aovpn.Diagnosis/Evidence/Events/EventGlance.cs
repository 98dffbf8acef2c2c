using System.Globalization;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>
/// Tells by a glance at the text of an event that it is whole and no business of a VPN, as nearly all of a security log are, so that it
/// need not be parsed. Whatever looks odd is parsed.
/// </summary>
internal sealed class EventGlance
{
    /// <summary>Shapes that are remembered; a log with more kinds of events is read tag by tag beyond them.</summary>
    private const int MostShapes = 32;

    private readonly Dictionary<string, Dictionary<int, bool>> _known = new(StringComparer.Ordinal);
    private readonly List<(EventShape Shape, bool IsApplicationError)> _shapes = [];

    public bool IsOfNoInterest(RawEvent raw) => raw is { IsClosed: true, IsTooLong: false } && IsOfNoInterest(raw.Text);

    /// <param name="text">From the opening tag to the end tag.</param>
    public bool IsOfNoInterest(ReadOnlySpan<char> text)
    {
        if (!EventGlanceMarkup.IsPlain(text))
            return false;
        for (var at = 0; at < _shapes.Count; at++)
        {
            var (shape, isApplicationError) = _shapes[at];
            if (!shape.Fits(text))
                continue;
            if (at > 0)
                (_shapes[at], _shapes[at - 1]) = (_shapes[at - 1], _shapes[at]);
            return !isApplicationError || !ApplicationErrors.MayConcern(text);
        }

        var markup = new EventGlanceMarkup(text);
        if (!markup.ReadSystem() || !int.TryParse(markup.EventId, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || Knows(markup.Provider, id, text) || !markup.ReadRest())
            return false;
        if (_shapes.Count < MostShapes)
            _shapes.Add((new(text), markup.Provider is "Application Error"));
        return true;
    }

    private bool Knows(ReadOnlySpan<char> provider, int id, ReadOnlySpan<char> text)
    {
        if (provider is "Application Error")
            return ApplicationErrors.MayConcern(text);
        var byName = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!byName.TryGetValue(provider, out var ids))
            byName[provider] = ids = [];
        if (!ids.TryGetValue(id, out var known))
            ids[id] = known = EventMeaning.Knows(provider.ToString(), id);
        return known;
    }
}
