namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>
/// Event XML inside other text: under Event Viewer's copied details, in a ticket, in a list with comments. Details copied above an
/// event's XML say the same once more, and are claimed with it.
/// </summary>
public sealed class EventXmlPassages : IPassageReader
{
    private const int LongestDetails = 400;

    public string Kind => "event-xml";

    public int Order => 10;

    public Anchors Anchors { get; } = Anchors.Of("schemas.microsoft.com/win/2004/08/events/event", "<System", ":System");

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        if (!text.Lines.Any(line => line.Contains("Event", StringComparison.Ordinal) && line.Contains('<', StringComparison.Ordinal)))
            yield break;

        var claimed = 0;
        foreach (var raw in new EventXmlScanner(new StringReader(string.Join('\n', text.Lines))).Events())
        {
            if (!raw.IsOfWindows)
                continue;
            var whole = raw.IsClosed ? raw : WithoutProse(raw);
            var (first, last) = (Begin(text, (int)whole.FirstLine, claimed), End(text, (int)whole.LastLine));
            yield return new(first, last, [.. EventXmlForm.Observe(whole, text.Artifact, text.Cite(1).Provenance)]);
            claimed = last;
        }
    }

    /// <summary>An event that is not closed ends with its last line of XML: what follows are somebody's words.</summary>
    private static RawEvent WithoutProse(RawEvent raw)
    {
        var lines = raw.Text.Split('\n');
        var keep = 1;
        var gap = 0;
        for (var index = 1; index < lines.Length; index++)
        {
            var line = lines[index].Trim();
            if (line.Length == 0)
                continue;
            gap = line.Contains('<', StringComparison.Ordinal) || line.EndsWith('>') ? 0 : gap + 1;
            if (gap > 1)
                break;
            if (gap == 0)
                keep = index + 1;
        }

        return raw with { Text = string.Join('\n', lines.Take(keep)), LastLine = raw.FirstLine + keep - 1 };
    }

    /// <summary>Takes in the opening of a list, and the details above "Event Xml:".</summary>
    private static int Begin(EvidenceText text, int first, int claimed)
    {
        var begin = first;
        for (var line = first - 1; line > claimed; line--)
        {
            var trimmed = text[line].AsSpan().Trim().TrimStart("-+ ");
            if (trimmed.IsEmpty)
                continue;
            if (EventViewerLabels.Read(text[line]) is { Field: EventViewerField.EventXml })
                return Details(text, line, claimed);
            if (!trimmed.StartsWith("<?xml") && EventXmlScanner.LocalName(trimmed[0] == '<' ? trimmed[1..] : trimmed) is not "Events")
                return begin;
            begin = line;
        }

        return begin;
    }

    private static int Details(EvidenceText text, int label, int claimed)
    {
        for (var line = label - 1; line > claimed && line > label - LongestDetails; line--)
        {
            if (EventViewerLabels.Read(text[line]) is { Field: EventViewerField.LogName })
                return line;
        }

        return label;
    }

    private static int End(EvidenceText text, int last) =>
        last < text.Lines.Length && text[last + 1].Trim() is "</Events>" ? last + 1 : last;
}
