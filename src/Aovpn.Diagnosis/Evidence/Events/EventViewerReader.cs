using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>
/// "Copy details as text" of Event Viewer: labelled lines, then the description. People leave lines out, so source and id make an
/// event; a web page may have put blank lines between all of them.
/// </summary>
public sealed class EventViewerReader : IPassageReader
{
    public string Kind => "event-text";

    public int Order => 110;

    public Anchors Anchors { get; } = Anchors.Of([.. EventViewerLabels.OfId]);

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        var monthFirst = DateOrder(text);
        var line = 1;
        while (line <= text.Lines.Length)
        {
            if (EventViewerLabels.Read(text[line]) is not { Field: EventViewerField.LogName or EventViewerField.Source or EventViewerField.EventId }
                || ReadHeader(text, line) is not { } header)
            {
                line++;
                continue;
            }

            var last = header.HasDescription ? DescriptionExtent.LastLine(text, header.LastLine, header.EventId) : header.LastLine;
            last = DescriptionExtent.LastOfMarkup(text, last);
            yield return new(line, last, [.. EventMeaning.Observe(ToEvent(text, header, line, last, monthFirst))]);
            line = last + 1;
        }
    }

    private static WindowsEvent ToEvent(EvidenceText text, Header header, int first, int last, bool? monthFirst)
    {
        var message = ImmutableArray.CreateBuilder<EventValue>();
        if (header.FirstWords.Length > 0)
            message.Add(new(null, header.FirstWords, new Locator.Lines(header.LastLine)));
        for (var line = header.LastLine + 1; line <= last; line++)
            message.Add(new(null, text[line].Trim(), new Locator.Lines(line)));

        return new(text.Cite(first, last), WindowsEvent.ShortProvider(header.Source), header.EventId)
        {
            IdPlace = new Locator.Lines(header.IdLine),
            Channel = header.LogName,
            Computer = header.Computer,
            Wall = header.Date is { } date ? WallTime.Parse(date, monthFirst) : null,
            Message = message.ToImmutable(),
        };
    }

    /// <returns>The labelled lines from a line on; null when they name no source or no id.</returns>
    private static Header? ReadHeader(EvidenceText text, int first)
    {
        var found = new Dictionary<EventViewerField, string>();
        var last = first;
        var idLine = first;
        for (var line = first; line <= text.Lines.Length; line++)
        {
            if (string.IsNullOrWhiteSpace(text[line]))
                continue;
            if (EventViewerLabels.Read(text[line]) is not { } label || !found.TryAdd(label.Field, label.Value))
                break;
            last = line;
            if (label.Field is EventViewerField.EventId)
                idLine = line;
            if (label.Field is EventViewerField.Description)
                break;
        }

        if (!found.TryGetValue(EventViewerField.Source, out var source) || source.Length == 0
            || !found.TryGetValue(EventViewerField.EventId, out var id)
            || !int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var eventId))
        {
            return null;
        }

        return new(
            source, eventId, Value(EventViewerField.LogName), Value(EventViewerField.Date), Value(EventViewerField.Computer),
            found.ContainsKey(EventViewerField.Description), Value(EventViewerField.Description) ?? "", last, idLine);

        string? Value(EventViewerField field) => found.TryGetValue(field, out var value) && value.Length > 0 ? value : null;
    }

    private static bool? DateOrder(EvidenceText text)
    {
        foreach (var line in text.Lines)
        {
            if (EventViewerLabels.Read(line) is { Field: EventViewerField.Date } date && WallTime.Order(date.Value) is { } order)
                return order;
        }

        return null;
    }

    private sealed record Header(
        string Source, int EventId, string? LogName, string? Date, string? Computer, bool HasDescription, string FirstWords, int LastLine, int IdLine);
}
