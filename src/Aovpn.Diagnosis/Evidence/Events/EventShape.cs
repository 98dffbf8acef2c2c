namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>
/// The markup of an event that was read to its end, with gaps where its values stand. Windows writes the events of one kind alike: what has the same markup,
/// provider and id, and values without markup of their own, is as well-formed and of the same kind, and need not be read tag by tag.
/// </summary>
internal sealed class EventShape
{
    private const char End = '\0';

    private readonly string _text;
    private readonly List<(int Start, int Length, char Stop)> _pieces = [];

    /// <param name="text">An event that <see cref="EventGlanceMarkup"/> has read to its end.</param>
    public EventShape(ReadOnlySpan<char> text)
    {
        _text = text.ToString();
        var (piece, at, name) = (0, 0, "");
        while (at < text.Length)
        {
            if (text[at] != '<')
            {
                var stop = at + text[at..].IndexOf('<');
                if (name is not "EventID" && !text[at..stop].IsWhiteSpace())
                    piece = Gap(piece, at, stop, '<');
                at = stop;
                continue;
            }

            var length = text[(at + 1)..].IndexOfAny(" \n\t/>");
            name = length <= 0 ? "" : text.Slice(at + 1, length).ToString();
            for (at++; text[at] != '>'; at++)
            {
                if (text[at] is not ('\'' or '"'))
                    continue;
                var stop = at + 1 + text[(at + 1)..].IndexOf(text[at]);
                if (name is not ("Event" or "Provider"))
                    piece = Gap(piece, at + 1, stop, text[at]);
                at = stop;
            }

            at++;
        }

        _pieces.Add((piece, text.Length - piece, End));
    }

    /// <summary>Whether an event has this markup, provider and id.</summary>
    /// <param name="text">Without control characters and characters beyond U+D7FF.</param>
    public bool Fits(ReadOnlySpan<char> text)
    {
        foreach (var (start, length, stop) in _pieces)
        {
            if (!text.StartsWith(_text.AsSpan(start, length)))
                return false;
            text = text[length..];
            if (stop == End)
                break;
            var end = stop == '<' ? text.IndexOfAny('<', '>', '&') : text.IndexOfAny(stop, '<', '&');
            if (end < 0 || text[end] != stop)
                return false;
            text = text[end..];
        }

        return text.IsEmpty;
    }

    /// <returns>Where the next piece of markup begins.</returns>
    private int Gap(int piece, int from, int to, char stop)
    {
        _pieces.Add((piece, from - piece, stop));
        return to;
    }
}
