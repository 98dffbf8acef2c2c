namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>Where the description of a copied event ends, which nothing marks: a person's own words may follow it.</summary>
internal static class DescriptionExtent
{
    /// <param name="label">The line of the label "Description".</param>
    /// <returns>The last line of the description.</returns>
    public static int LastLine(EvidenceText text, int label, int eventId) => NetworkPolicyServer.Judges(eventId)
        ? LastOfNetworkPolicyServer(text, label)
        : LastOfParagraph(text, label);

    /// <summary>Takes in a torn piece of the event's XML below it, with the ellipses that people leave in it.</summary>
    public static int LastOfMarkup(EvidenceText text, int after)
    {
        var last = after;
        for (var line = after + 1; line <= text.Lines.Length; line++)
        {
            var content = text[line].AsSpan().Trim();
            if (content.IsEmpty || content is "[...]" or "..." or "[…]" or "…")
                continue;
            if (content[0] != '<')
                break;
            last = line;
        }

        return last;
    }

    /// <summary>Up to the first blank line, and past it while what follows is laid out as a list.</summary>
    private static int LastOfParagraph(EvidenceText text, int label)
    {
        var last = label;
        var sawBlank = false;
        for (var line = label + 1; line <= text.Lines.Length && !IsNextEvent(text[line]); line++)
        {
            if (string.IsNullOrWhiteSpace(text[line]))
            {
                sawBlank = last > label;
                continue;
            }

            if (sawBlank && !IsListed(text[line]))
                break;
            sawBlank = false;
            last = line;
        }

        return last;
    }

    /// <summary>Through the last labelled line and the value below it.</summary>
    private static int LastOfNetworkPolicyServer(EvidenceText text, int label)
    {
        var last = label;
        for (var line = label + 1; line <= text.Lines.Length && !IsNextEvent(text[line]); line++)
        {
            if (NetworkPolicyServerMessage.IsLabelled(text[line]))
                last = line;
        }

        if (last > label && text[last].TrimEnd().EndsWith(':'))
            return NextInk(text, last) is { } value ? value : last;
        return last > label ? last : LastOfParagraph(text, label);
    }

    private static int? NextInk(EvidenceText text, int after)
    {
        for (var line = after + 1; line <= text.Lines.Length && !IsNextEvent(text[line]); line++)
        {
            if (!string.IsNullOrWhiteSpace(text[line]))
                return line;
        }

        return null;
    }

    private static bool IsNextEvent(string line) =>
        EventViewerLabels.Read(line) is { Field: EventViewerField.LogName or EventViewerField.EventXml };

    private static bool IsListed(string line) =>
        char.IsWhiteSpace(line[0]) || line.Contains(" = ", StringComparison.Ordinal) || line.TrimEnd().EndsWith('=');
}
