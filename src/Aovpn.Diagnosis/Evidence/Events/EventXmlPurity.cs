namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>Tells a file of events from a text with events in it: between the events of a file there are only white space and wrapping tags.</summary>
internal static class EventXmlPurity
{
    /// <param name="head">The whole of a short text, the beginning of a long one.</param>
    public static bool IsPure(string head)
    {
        var rest = head.AsSpan();
        while (true)
        {
            rest = rest.TrimStart().TrimStart('\uFEFF').TrimStart();
            if (rest.IsEmpty)
                return true;
            if (rest[0] != '<')
                return false;
            var length = PieceLength(rest);
            if (length == 0)
                return false;
            if (length < 0)
                return true;
            rest = rest[length..];
        }
    }

    /// <returns>Length of the event, tag, comment or declaration that stands first; 0 when it is something else; -1 when the text ends inside it.</returns>
    private static int PieceLength(ReadOnlySpan<char> rest)
    {
        // The beginning of a long text may end inside a tag.
        if (!rest.Contains('>'))
            return -1;
        if (rest.StartsWith("<!--"))
            return After(rest, "-->");
        if (rest.StartsWith("<?"))
            return After(rest, "?>");
        if (rest.StartsWith("<!DOCTYPE"))
            return DocumentTypeLength(rest);
        var name = EventXmlScanner.LocalName(rest[1..]);
        if (name is "Events" or "/Events")
            return After(rest, ">");
        if (name is not "Event")
            return 0;

        var search = 1;
        while (search < rest.Length)
        {
            var end = rest[search..].IndexOf("Event>", StringComparison.Ordinal);
            if (end < 0)
                return -1;
            search += end + "Event>".Length;
            var open = rest[..search].LastIndexOf('<');
            if (EventXmlScanner.LocalName(rest[(open + 1)..]) is "/Event")
                return search;
        }

        return -1;
    }

    private static int DocumentTypeLength(ReadOnlySpan<char> rest)
    {
        var close = rest.IndexOf('>');
        var subset = rest.IndexOf('[');
        return subset >= 0 && subset < close ? After(rest, "]>") : After(rest, ">");
    }

    private static int After(ReadOnlySpan<char> rest, string end)
    {
        var at = rest.IndexOf(end, StringComparison.Ordinal);
        return at < 0 ? -1 : at + end.Length;
    }
}
