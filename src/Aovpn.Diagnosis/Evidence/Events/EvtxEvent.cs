using System.Collections.Immutable;
using Aovpn.Codecs.Evtx;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>From a record of a binary log to the event that all forms have in common.</summary>
internal static class EvtxEvent
{
    private const int MostElements = 4096;

    /// <returns>Null when the record has no event id, or is made to exhaust a reader.</returns>
    public static WindowsEvent? Of(EvtxRecord record, Artifact artifact)
    {
        if (record.EventId is not { } id || record.ToElement() is not { } root)
            return null;
        var source = new Citation(artifact, new Locator.EventRecord(record.RecordId, record.Offset));
        var data = root.Child("EventData");
        var binary = data?.Child("Binary")?.Text ?? "";
        return new(source, WindowsEvent.ShortProvider(record.Provider), id)
        {
            RecordId = record.RecordId,
            Instant = record.Time is { } time ? new DateTimeOffset(time) : null,
            Computer = record[EvtxField.Computer] is { Length: > 0 } computer ? computer : null,
            Channel = record[EvtxField.Channel] is { Length: > 0 } channel ? channel : null,
            Data = data is null ? [] : [.. data.Children.Where(child => child.Name == "Data").Select(child => new EventValue(child.Attribute("Name"), child.Text.Trim()))],
            Binary = binary.Length % 2 == 0 && binary.All(char.IsAsciiHexDigit) ? [.. Convert.FromHexString(binary)] : [],
            UserData = root.Child("UserData") is { } user ? Flat(user) : [],
            Message = root.Child("RenderingInfo")?.Child("Message") is { } message
                ? [.. message.Text.ReplaceLineEndings("\n").Split('\n').Select(line => new EventValue(null, line.Trim()))]
                : [],
        };
    }

    private static ImmutableArray<EventElement> Flat(EvtxElement userData)
    {
        var flat = ImmutableArray.CreateBuilder<EventElement>();
        Add(userData, 0);
        return flat.ToImmutable();

        // The codec bounds depth; the number of elements is bounded here.
        void Add(EvtxElement parent, int depth)
        {
            foreach (var child in parent.Children)
            {
                if (flat.Count >= MostElements)
                    return;
                flat.Add(new(
                    EventXmlScanner.LocalName(child.Name).ToString(), depth,
                    [.. child.Attributes.Select(attribute => new EventValue(EventXmlScanner.LocalName(attribute.Key).ToString(), attribute.Value.Trim()))],
                    child.Children.Count > 0 ? "" : child.Text.Trim(), null));
                Add(child, depth + 1);
            }
        }
    }
}
