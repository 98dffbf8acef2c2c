using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Profiles;

/// <summary>
/// Reads ProfileXML wherever it stands in a text: as a file, pasted into a ticket, or with its markup escaped (<c>&amp;lt;VPNProfile</c>) as
/// SyncML carries it.
/// </summary>
public sealed class ProfileXmlReader : IPassageReader
{
    private const string Start = "<" + ProfilePassage.Root;
    private const string EscapedStart = "&lt;" + ProfilePassage.Root;

    public string Kind => "profile-xml";

    public int Order => 20;

    public Anchors Anchors { get; } = Anchors.Of(Start, EscapedStart);

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        var free = 1;
        for (var line = 1; line <= text.Lines.Length; line++)
        {
            if (Read(text, line, free) is not { } passage)
                continue;
            yield return passage;
            line = passage.Last;
            free = line + 1;
        }
    }

    private static Passage? Read(EvidenceText text, int line, int free)
    {
        var escaped = false;
        var at = text[line].IndexOf(Start, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            at = text[line].IndexOf(EscapedStart, StringComparison.OrdinalIgnoreCase);
            escaped = at >= 0;
        }

        if (at < 0)
            return null;

        var mapped = MappedText.Of(text, line, End(text, line)).From(at);
        if (escaped)
            mapped = mapped.Unescaped();
        var surroundings = new ProfileSurroundings(text, line, free);
        var seen = new ProfilePassage(text, mapped).Read(0, surroundings.Form, Host.Client.Or(surroundings.Host), surroundings.Name, out var last);
        if (seen.IsEmpty)
            return null;
        if (surroundings.DocumentType is { } declared)
            seen = seen.Add(new Unreadable(text.Cite(declared), Message.Of($"a document type is declared on line {declared}: its entities are not expanded, and Windows takes no ProfileXML with one; remove the declaration")));
        return new(surroundings.First, last, seen);
    }

    /// <summary>The line of the end tag; without one, the line before the next profile.</summary>
    private static int End(EvidenceText text, int first)
    {
        const int MostLines = 100_000;
        var limit = Math.Min(text.Lines.Length, first + MostLines);
        for (var line = first; line <= limit; line++)
        {
            if (text[line].Contains("/" + ProfilePassage.Root, StringComparison.OrdinalIgnoreCase))
                return line;
            if (line > first && (text[line].Contains(Start, StringComparison.OrdinalIgnoreCase) || text[line].Contains(EscapedStart, StringComparison.OrdinalIgnoreCase)))
                return line - 1;
        }

        return limit;
    }
}
