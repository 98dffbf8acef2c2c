using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Diagnosis.Evidence.PowerShell;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>
/// <c>Get-WinEvent | Format-List</c> and <c>Get-EventLog | Format-List</c>: names and values, of which the message wraps at the width of
/// the console and may hold blank lines.
/// </summary>
public sealed class FormatListReader : IPassageReader
{
    public string Kind => "event-text";

    public int Order => 105;

    public Anchors Anchors { get; } = Anchors.Of(["ProviderName", .. Labelled("Source"), .. Labelled("Message")]);

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        var monthFirst = DateOrder(text);
        for (var line = 1; line <= text.Lines.Length; line++)
        {
            if (PropertyLine.Parse(text[line]) is not { } start)
                continue;
            var listing = EventListing.Read(text, line, start.Indent);
            if (ToEvent(text, listing, monthFirst) is { } seen)
                yield return new(listing.First, listing.Last, [.. EventMeaning.Observe(seen)]);
            line = listing.Last;
        }
    }

    /// <summary>A property of that name, as Format-List prints it.</summary>
    private static IEnumerable<string> Labelled(string name) => " \t\u00A0".Select(blank => name + blank);

    private static WindowsEvent? ToEvent(EvidenceText text, EventListing listing, bool? monthFirst)
    {
        var message = listing.Lines("Message");
        var words = string.Join(' ', message.Select(line => line.Text).Where(line => line.Length > 0));
        var recognized = RasClientMessage.Recognize(words);
        var provider = listing.Value("ProviderName") ?? listing.Value("Source") ?? (recognized is null ? null : RasClient.Provider);
        var id = Number(listing.Value("Id")) ?? Number(listing.Value("EventID")) ?? Number(listing.Value("InstanceId")) ?? recognized;
        if (provider is null || id is not { } eventId)
            return null;

        var time = listing.Value("TimeCreated") ?? listing.Value("TimeGenerated");
        return new(text.Cite(listing.First, listing.Last), WindowsEvent.ShortProvider(provider), eventId)
        {
            RecordId = ulong.TryParse(listing.Value("RecordId") ?? listing.Value("Index"), NumberStyles.None, CultureInfo.InvariantCulture, out var record) ? record : null,
            Wall = time is null ? null : WallTime.Parse(time, monthFirst),
            Computer = listing.Value("MachineName"),
            Channel = listing.Value("LogName"),
            Data = ReplacementStrings(listing),
            Binary = Bytes(listing.Value("Data")),
            BinaryPlace = listing.Place("Data"),
            IdPlace = listing.Place("Id") ?? listing.Place("EventID") ?? listing.Place("InstanceId"),
            Message = message,
        };
    }

    /// <summary>Event ids of Get-EventLog's InstanceId carry qualifiers in their upper half.</summary>
    private static int? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 0 ? (int)(number & 0xFFFF) : null;

    /// <summary><c>{{GUID}, SYSTEM, name, 809}</c>: items in braces, an item may have braces of its own. Cut lists end in three dots.</summary>
    private static ImmutableArray<EventValue> ReplacementStrings(EventListing listing)
    {
        if (listing.Value("ReplacementStrings") is not ['{', .. var inner, '}'] || inner.Trim().Length == 0)
            return [];
        var place = listing.Place("ReplacementStrings");
        var values = ImmutableArray.CreateBuilder<EventValue>();
        var depth = 0;
        var start = 0;
        for (var index = 0; index <= inner.Length; index++)
        {
            var letter = index < inner.Length ? inner[index] : ',';
            depth += letter == '{' ? 1 : letter == '}' ? -1 : 0;
            if (index < inner.Length && (letter != ',' || depth > 0))
                continue;
            var item = inner[start..index].Trim();
            start = index + 1;
            if (item is not ("..." or "\u2026"))
                values.Add(new(null, item, place));
        }

        return values.ToImmutable();
    }

    /// <summary><c>{233, 53, 0, 0}</c>.</summary>
    private static ImmutableArray<byte> Bytes(string? text)
    {
        if (text is not ['{', .. var inner, '}'])
            return [];
        var bytes = ImmutableArray.CreateBuilder<byte>();
        foreach (var item in inner.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!byte.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
                break;
            bytes.Add(value);
        }

        return bytes.ToImmutable();
    }

    private static bool? DateOrder(EvidenceText text)
    {
        foreach (var line in text.Lines)
        {
            if (PropertyLine.Parse(line) is { Name: "TimeCreated" or "TimeGenerated" or "TimeWritten" } time && WallTime.Order(time.Value) is { } order)
                return order;
        }

        return null;
    }
}
