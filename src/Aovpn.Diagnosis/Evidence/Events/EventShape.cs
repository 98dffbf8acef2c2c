namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>
/// The markup of an event that was read to its end, with gaps where its values stand. Windows writes the events of one kind alike: what has the same markup,
/// provider and id, and values without markup of their own, is as well-formed and of the same kind, and need not be read tag by tag.
/// </summary>
internal sealed class EventShape
{
    /// <summary>Gaps whose places are told; shapes with more are told from others, and no more.</summary>
    public const int MostGaps = 64;

    private const char End = '\0';

    private readonly string _text;
    private readonly List<(int Start, int Length, char Stop)> _pieces = [];

    /// <param name="text">An event that <see cref="EventGlanceMarkup"/> has read to its end.</param>
    /// <param name="plan">Is told of elements and gaps as they come.</param>
    public EventShape(ReadOnlySpan<char> text, EventPlan? plan = null)
    {
        _text = text.ToString();
        var open = new List<string>();
        var (piece, at) = (0, 0);
        while (at < text.Length)
        {
            if (text[at] != '<')
            {
                var stop = at + text[at..].IndexOf('<');
                if (open is not [.., "EventID"] && !text[at..stop].IsWhiteSpace())
                {
                    plan?.Text(open);
                    piece = Gap(piece, at, stop, '<');
                }

                at = stop;
                continue;
            }

            if (text[at + 1] == '/')
            {
                open.RemoveAt(open.Count - 1);
                at += text[at..].IndexOf('>') + 1;
                continue;
            }

            var length = text[(at + 1)..].IndexOfAny(" \n\t/>");
            open.Add(text.Slice(at + 1, length).ToString());
            plan?.Opened(open);
            var name = at + 1 + length;
            for (at = name; text[at] != '>'; at++)
            {
                if (text[at] is ' ' or '\n' or '\t')
                    name = at + 1;
                if (text[at] is not ('\'' or '"'))
                    continue;
                var stop = at + 1 + text[(at + 1)..].IndexOf(text[at]);
                if (open[^1] is not ("Event" or "Provider"))
                {
                    plan?.Attribute(open, text[name..(at - 1)]);
                    piece = Gap(piece, at + 1, stop, text[at]);
                }

                at = stop;
            }

            if (text[at - 1] == '/')
                open.RemoveAt(open.Count - 1);
            at++;
        }

        _pieces.Add((piece, text.Length - piece, End));
    }

    /// <summary>Whether an event has this markup, provider and id.</summary>
    /// <param name="text">Without control characters and characters beyond U+D7FF.</param>
    public bool Fits(ReadOnlySpan<char> text) => Fits(text, []);

    /// <summary>The same, and where the values stand.</summary>
    /// <param name="gaps">Is filled, as far as there is room.</param>
    public bool Fits(ReadOnlySpan<char> text, Span<(int Start, int Length)> gaps)
    {
        var (at, gap) = (0, 0);
        foreach (var (start, length, stop) in _pieces)
        {
            if (!text[at..].StartsWith(_text.AsSpan(start, length)))
                return false;
            at += length;
            if (stop == End)
                break;
            var rest = text[at..];
            var end = stop == '<' ? rest.IndexOfAny('<', '>', '&') : rest.IndexOfAny(stop, '<', '&');
            if (end < 0 || rest[end] != stop)
                return false;
            if (gap < gaps.Length)
                gaps[gap++] = (at, end);
            at += end;
        }

        return at == text.Length;
    }

    /// <returns>Where the next piece of markup begins.</returns>
    private int Gap(int piece, int from, int to, char stop)
    {
        _pieces.Add((piece, from - piece, stop));
        return to;
    }
}
