using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Aovpn.Codecs.Evtx;

/// <summary>
/// A record as one JSON object on one line. Of System: <c>recordId, time, provider, eventId, qualifiers, version, level, task, opcode,
/// keywords, channel, computer, userId, processId, threadId, activityId, relatedActivityId</c>, each only where the event has it. Of
/// EventData: <c>data</c> (named values; a name that occurs again has an array), <c>values</c> (unnamed ones, in order), <c>binary</c>.
/// Other children of Event (<c>userData, renderingInfo</c>) as objects: attributes as <c>@name</c>, text beside them as <c>#text</c>.
/// Values are strings as in the XML, control characters included.
/// </summary>
internal static class EvtxJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true, MaxDepth = 1000 };

    private static readonly (EvtxField Field, string Name, bool IsNumber)[] Fields =
    [
        (EvtxField.EventId, "eventId", true), (EvtxField.Qualifiers, "qualifiers", true), (EvtxField.Version, "version", true), (EvtxField.Level, "level", true),
        (EvtxField.Task, "task", true), (EvtxField.Opcode, "opcode", true), (EvtxField.Keywords, "keywords", false), (EvtxField.Channel, "channel", false),
        (EvtxField.Computer, "computer", false), (EvtxField.UserId, "userId", false), (EvtxField.ProcessId, "processId", true), (EvtxField.ThreadId, "threadId", true),
        (EvtxField.ActivityId, "activityId", false), (EvtxField.RelatedActivityId, "relatedActivityId", false),
    ];

    public static Utf8JsonWriter Writer(IBufferWriter<byte> output) => new(output, Options);

    public static void Write(EvtxRecord record, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("recordId", record.RecordId);
        if (record.Time is { } time)
            json.WriteString("time", time.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("provider", Sound(record.Provider));
        foreach (var (field, name, isNumber) in Fields)
        {
            if (record[field] is not { Length: > 0 } text)
                continue;
            if (isNumber && uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                json.WriteNumber(name, number);
            else
                json.WriteString(name, Sound(text));
        }

        foreach (var child in record.ToElement()?.Children ?? [])
        {
            if (child.Name == "EventData")
                EventData(json, child);
            else if (child.Name != "System")
                Member(json, char.ToLowerInvariant(child.Name[0]) + child.Name[1..], [child]);
        }

        json.WriteEndObject();
        json.Flush();
    }

    private static void EventData(Utf8JsonWriter json, EvtxElement data)
    {
        if (data.Attribute("Name") is { } name)
            json.WriteString("dataName", Sound(name));
        if (IsPlain(data))
        {
            json.WriteStartArray("values");
            foreach (var child in data.Children)
                json.WriteStringValue(Sound(child.Text));
            json.WriteEndArray();
            return;
        }

        var named = data.Children.Where(child => child.Attribute("Name") is not null).GroupBy(child => child.Attribute("Name")!, StringComparer.Ordinal).ToArray();
        if (named.Length > 0)
        {
            json.WriteStartObject("data");
            foreach (var group in named)
                Member(json, group.Key, [.. group], "Name");
            json.WriteEndObject();
        }

        var unnamed = data.Children.Where(child => child.Name == "Data" && child.Attribute("Name") is null).ToArray();
        if (unnamed.Length > 0)
        {
            json.WriteStartArray("values");
            foreach (var child in unnamed)
                Value(json, child, null);
            json.WriteEndArray();
        }

        foreach (var group in data.Children.Where(child => child.Name != "Data" && child.Attribute("Name") is null).GroupBy(child => child.Name, StringComparer.Ordinal))
            Member(json, char.ToLowerInvariant(group.Key[0]) + group.Key[1..], [.. group]);
    }

    /// <summary>Nothing but unnamed data, as most classic events have.</summary>
    private static bool IsPlain(EvtxElement data)
    {
        foreach (var child in data.Children)
        {
            if (child.Name != "Data" || child.Attributes.Count > 0 || child.Children.Count > 0)
                return false;
        }

        return data.Children.Count > 0;
    }

    private static void Member(Utf8JsonWriter json, string name, EvtxElement[] elements, string? known = null)
    {
        json.WritePropertyName(Sound(name));
        if (elements.Length == 1)
        {
            Value(json, elements[0], known);
            return;
        }

        json.WriteStartArray();
        foreach (var element in elements)
            Value(json, element, known);
        json.WriteEndArray();
    }

    /// <param name="known">An attribute that the name of the member says already.</param>
    private static void Value(Utf8JsonWriter json, EvtxElement element, string? known)
    {
        if (element.Children.Count == 0 && (element.Attributes.Count == 0 || (element.Attributes.Count == 1 && element.Attributes[0].Key == known)))
        {
            json.WriteStringValue(Sound(element.Text));
            return;
        }

        var attributes = element.Attributes.Where(attribute => attribute.Key != known).DistinctBy(attribute => attribute.Key, StringComparer.Ordinal).ToArray();
        if (attributes.Length == 0 && element.Children.Count == 0)
        {
            json.WriteStringValue(Sound(element.Text));
            return;
        }

        json.WriteStartObject();
        foreach (var (name, value) in attributes)
            json.WriteString("@" + name, Sound(value));
        if (element.Text.Length > 0)
            json.WriteString("#text", Sound(element.Text));
        foreach (var group in element.Children.GroupBy(child => child.Name, StringComparer.Ordinal))
            Member(json, group.Key, [.. group]);
        json.WriteEndObject();
    }

    /// <summary>Half of a surrogate pair becomes U+FFFD.</summary>
    private static string Sound(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return text;
        var sound = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            sound.Append(rune);
        return sound.ToString();
    }
}
