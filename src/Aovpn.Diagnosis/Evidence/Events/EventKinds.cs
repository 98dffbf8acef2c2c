using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>
/// Kinds of events that are read without their tags, once the first of each was read with care. Most of what concerns a VPN in a log are a few kinds of
/// events on one line each.
/// </summary>
internal sealed class EventKinds(Artifact artifact, Provenance provenance)
{
    /// <summary>Kinds that are remembered, and first events that are looked at for it.</summary>
    private const int Most = 32, MostTried = 128;

    /// <summary>Names of machines, channels and data that are kept once.</summary>
    private const int MostShared = 1_000;

    private readonly List<(EventShape Shape, EventPlan Plan, WindowsEvent Known)> _kinds = [];
    private readonly HashSet<string> _shared = new(StringComparer.Ordinal);
    private int _tried;

    /// <param name="text">From the opening tag to the end tag.</param>
    /// <returns>Null for an event of no known kind.</returns>
    public WindowsEvent? Read(ReadOnlySpan<char> text, long line)
    {
        Span<(int Start, int Length)> gaps = stackalloc (int, int)[EventShape.MostGaps];
        for (var at = 0; at < _kinds.Count; at++)
        {
            var (shape, plan, known) = _kinds[at];
            if (!shape.Fits(text, gaps))
                continue;
            if (at > 0)
                (_kinds[at], _kinds[at - 1]) = (_kinds[at - 1], _kinds[at]);
            return text.Contains('\n') || !EventGlanceMarkup.IsPlain(text) ? null : plan.Read(text, gaps, known, new(artifact, new Locator.Lines(line), provenance), Shared);
        }

        return null;
    }

    /// <summary>Remembers the kind of an event that was read.</summary>
    public void Learn(RawEvent raw, WindowsEvent seen)
    {
        var text = raw.Text;
        if (raw is not { Seen: null, IsClosed: true, IsTooLong: false } || _kinds.Count == Most || _tried == MostTried || text.Contains('\n', StringComparison.Ordinal) || !EventGlanceMarkup.IsPlain(text))
            return;
        _tried++;
        var markup = new EventGlanceMarkup(text);
        if (!markup.ReadSystem() || !markup.ReadRest())
            return;
        var plan = new EventPlan();
        var shape = new EventShape(text, plan);
        if (plan.IsWhole)
            _kinds.Add((shape, plan, seen with { UserData = [], Message = [], Binary = [], BinaryPlace = null, Wall = null }));
    }

    private string Shared(ReadOnlySpan<char> text)
    {
        var shared = _shared.GetAlternateLookup<ReadOnlySpan<char>>();
        if (shared.TryGetValue(text, out var known))
            return known;
        var made = text.ToString();
        if (_shared.Count < MostShared)
            _shared.Add(made);
        return made;
    }
}
