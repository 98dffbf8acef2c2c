using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Diagnosis.Model;
using static Aovpn.Diagnosis.Evidence.Events.EventXml;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>Gathers the parts of an event while its elements open and close. Only an element that was closed counts.</summary>
internal sealed class EventParts
{
    private readonly ImmutableArray<EventValue>.Builder _data = ImmutableArray.CreateBuilder<EventValue>();
    private readonly List<EventElement> _userData = [];
    private string? _provider;
    private int? _eventId;
    private Locator? _idPlace;
    private ulong? _recordId;
    private DateTimeOffset? _instant;
    private string? _computer;
    private string? _channel;
    private ImmutableArray<byte> _binary = [];
    private Locator? _binaryPlace;
    private ImmutableArray<EventValue> _message = [];
    private bool _begun;
    private Locator.Lines? _lastPlace;

    /// <summary>A second root in the same text means that the first was not closed; the first stands.</summary>
    public void Begin() => _begun = true;

    public void Started(Stack<OpenElement> open)
    {
        var element = open.Peek();
        var section = Section(open);
        if (section == "System" && open.Count == 3)
            StartedInSystem(element);
        if (section != "UserData" || open.Count < 3)
            return;
        element.UserDataIndex = _userData.Count;
        _userData.Add(new(element.Name, open.Count - 3, element.Attributes, "", Place(element, element.Line)));
    }

    public void Ended(Stack<OpenElement> open, long line)
    {
        var element = open.Peek();
        switch (Section(open))
        {
            case "System" when open.Count == 3:
                EndedInSystem(element, line);
                break;

            case "EventData" when open.Count == 3:
                EndedInEventData(element, line);
                break;

            case "RenderingInfo" when open.Count == 3 && element.Name == "Message" && _message.IsEmpty:
                _message = [.. element.Text.ReplaceLineEndings("\n").Split('\n').Select((text, down) => new EventValue(null, text.Trim(), new Locator.Lines(element.Line + down)))];
                break;

            case "UserData" when element.UserDataIndex >= 0:
                _userData[element.UserDataIndex] = _userData[element.UserDataIndex] with { Text = element.OwnText, Place = Place(element, line) };
                break;

            default:
                break;
        }
    }

    public WindowsEvent? ToEvent(Citation source)
    {
        if (!_begun || _provider is null || _eventId is not { } id)
            return null;
        return new(source, WindowsEvent.ShortProvider(_provider), id)
        {
            IdPlace = _idPlace,
            RecordId = _recordId,
            Instant = _instant,
            Computer = _computer,
            Channel = _channel,
            Data = _data.ToImmutable(),
            Binary = _binary,
            BinaryPlace = _binaryPlace,
            UserData = [.. _userData],
            Message = _message,
        };
    }

    private void StartedInSystem(OpenElement element)
    {
        switch (element.Name)
        {
            case "Provider":
                _provider ??= element.Attribute("Name") is { Length: > 0 } name ? name : element.Attribute("EventSourceName");
                break;

            case "TimeCreated":
                _instant ??= SystemTime(element.Attribute("SystemTime"));
                break;

            default:
                break;
        }
    }

    private void EndedInSystem(OpenElement element, long line)
    {
        var text = element.OwnText;
        switch (element.Name)
        {
            case "EventID" when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id):
                _eventId ??= id;
                _idPlace ??= Place(element, line);
                break;

            case "EventRecordID" when ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var record):
                _recordId ??= record;
                break;

            case "Channel" when text.Length > 0:
                _channel ??= text;
                break;

            case "Computer" when text.Length > 0:
                _computer ??= text;
                break;

            default:
                break;
        }
    }

    private void EndedInEventData(OpenElement element, long line)
    {
        if (element.Name == "Data")
        {
            _data.Add(new(element.Attribute("Name"), element.OwnText, Place(element, line)));
            return;
        }

        if (element.Name != "Binary" || element.OwnText is not { Length: > 0 } text)
            return;
        if (HexadecimalBytes(text) is not { } bytes)
            return;
        (_binary, _binaryPlace) = (bytes, Place(element, line));
    }

    /// <summary>Most events stand on one line: all that is in them has one place.</summary>
    private Locator.Lines Place(OpenElement element, long last)
    {
        if (_lastPlace is not { } place || place.First != element.Line || place.Last != last)
            _lastPlace = place = new(element.Line, last);
        return place;
    }

    private static ImmutableArray<byte>? HexadecimalBytes(string text)
    {
        if (text.Length % 2 != 0 || !text.All(char.IsAsciiHexDigit))
            return null;
        return [.. Convert.FromHexString(text)];
    }

    /// <summary>The name of Event's child that is open: stacks enumerate from the innermost.</summary>
    private static string? Section(Stack<OpenElement> open)
    {
        if (open.Count < 2)
            return null;
        var depth = open.Count;
        foreach (var element in open)
        {
            if (--depth == 1)
                return element.Name;
        }

        return null;
    }
}
