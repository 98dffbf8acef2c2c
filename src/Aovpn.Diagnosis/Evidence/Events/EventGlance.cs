using System.Globalization;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>
/// Tells by a glance at the text of an event that it is whole and no business of a VPN, as nearly all of a security log are, so that it
/// need not be parsed. Whatever looks odd is parsed.
/// </summary>
internal sealed class EventGlance
{
    private readonly Dictionary<string, Dictionary<int, bool>> _known = new(StringComparer.Ordinal);

    public bool IsOfNoInterest(RawEvent raw) => raw is { IsClosed: true, IsTooLong: false } && IsOfNoInterest(raw.Text);

    /// <param name="text">From the opening tag to the end tag.</param>
    public bool IsOfNoInterest(ReadOnlySpan<char> text)
    {
        var markup = new EventGlanceMarkup(text);
        return markup.ReadSystem() && int.TryParse(markup.EventId, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && !Knows(markup.Provider, id, text) && markup.ReadRest();
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
