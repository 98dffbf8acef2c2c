using System.Collections.Immutable;
using Aovpn.Diagnosis.Evidence.PowerShell;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>One object of Format-List. Unlike other listings an event's has blank lines inside a value, its message.</summary>
internal sealed class EventListing
{
    private readonly Dictionary<string, List<EventValue>> _properties = new(StringComparer.OrdinalIgnoreCase);

    private EventListing(int first) => (First, Last) = (first, first);

    public int First { get; }

    public int Last { get; private set; }

    /// <summary>A value in one line; null when the property is absent or empty.</summary>
    public string? Value(string name)
    {
        if (!_properties.TryGetValue(name, out var lines))
            return null;
        var value = string.Join(' ', lines.Select(line => line.Text).Where(text => text.Length > 0)).Trim();
        return value.Length == 0 ? null : value;
    }

    public ImmutableArray<EventValue> Lines(string name) => _properties.TryGetValue(name, out var lines) ? [.. lines] : [];

    public Locator? Place(string name) => _properties.TryGetValue(name, out var lines)
        && lines[0].Place is Locator.Lines first && lines[^1].Place is Locator.Lines last
        ? new Locator.Lines(first.First, last.Last)
        : null;

    /// <param name="first">The line of its first property.</param>
    /// <param name="indent">White space before the names.</param>
    public static EventListing Read(EvidenceText text, int first, int indent)
    {
        var listing = new EventListing(first);
        List<EventValue>? open = null;
        for (var line = first; line <= text.Lines.Length; line++)
        {
            var content = text[line];
            if (string.IsNullOrWhiteSpace(content))
            {
                open?.Add(new(null, "", new Locator.Lines(line)));
                continue;
            }

            var place = new Locator.Lines(line);
            if (PropertyLine.Parse(content) is { } property && property.Indent == indent)
            {
                if (listing._properties.ContainsKey(property.Name))
                    break;
                TrimEnd(open);
                open = [new(null, property.Value.Trim(), place)];
                listing._properties.Add(property.Name, open);
                listing.Last = line;
                continue;
            }

            if (open is null || PropertyLine.Indentation(content) <= indent + 1)
                break;
            open.Add(new(null, content.Trim(), place));
            listing.Last = line;
        }

        TrimEnd(open);
        return listing;
    }

    private static void TrimEnd(List<EventValue>? lines)
    {
        while (lines is { Count: > 1 } && lines[^1].Text.Length == 0)
            lines.RemoveAt(lines.Count - 1);
    }
}
