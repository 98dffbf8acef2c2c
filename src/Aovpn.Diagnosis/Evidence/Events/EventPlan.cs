using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>
/// Which gap of a shape holds which part of the event, for events that have no more than System and data: made while the first of them is read tag by
/// tag, so that those behind it are read without their tags.
/// </summary>
internal sealed class EventPlan
{
    private const int None = -1;

    private readonly List<(int Name, int Text)> _data = [];
    private int _gaps, _systems, _dataLists;
    private int _time = None, _record = None, _channel = None, _computer = None;
    private bool _isOther;

    /// <summary>Whether all that is read of such an event is known by its gaps.</summary>
    public bool IsWhole => !_isOther && _systems == 1 && _dataLists <= 1 && _gaps <= EventShape.MostGaps;

    /// <summary>An element begins, the innermost of those that are open.</summary>
    public void Opened(List<string> open)
    {
        switch (open)
        {
            case [_, "System"]:
                _systems++;
                break;
            case [_, "EventData"]:
                _dataLists++;
                break;
            case [_, "EventData", "Data"]:
                _data.Add((None, None));
                break;
            case [_] or [_, "System", _] or [_, "EventData", not "Binary"]:
                break;
            default:
                _isOther = true;
                break;
        }
    }

    public void Attribute(List<string> open, ReadOnlySpan<char> name)
    {
        if (open is [_, "System", "TimeCreated"] && name is "SystemTime")
            Take(ref _time);
        else if (open is [_, "EventData", "Data"] && _data[^1].Name == None && name[(name.LastIndexOf(':') + 1)..] is "Name")
            _data[^1] = (_gaps, None);
        _gaps++;
    }

    public void Text(List<string> open)
    {
        switch (open)
        {
            case [_, "System", "EventRecordID"]:
                Take(ref _record);
                break;
            case [_, "System", "Channel"]:
                Take(ref _channel);
                break;
            case [_, "System", "Computer"]:
                Take(ref _computer);
                break;
            case [_, "EventData", "Data"]:
                _data[^1] = (_data[^1].Name, _gaps);
                break;
            default:
                break;
        }

        _gaps++;
    }

    /// <param name="text">An event on one line.</param>
    /// <param name="known">Another of the same shape.</param>
    public WindowsEvent Read(ReadOnlySpan<char> text, ReadOnlySpan<(int Start, int Length)> gaps, WindowsEvent known, Citation source, Func<ReadOnlySpan<char>, string> shared)
    {
        var place = new Locator.Lines(((Locator.Lines)source.Locator).First);
        var data = ImmutableArray.CreateBuilder<EventValue>(_data.Count);
        foreach (var (name, value) in _data)
            data.Add(new(name == None ? null : shared(Part(text, gaps, name)), Part(text, gaps, value).ToString(), place));
        return known with
        {
            Source = source,
            IdPlace = place,
            RecordId = ulong.TryParse(Part(text, gaps, _record), NumberStyles.None, CultureInfo.InvariantCulture, out var record) ? record : null,
            Instant = _time == None ? null : EventXml.SystemTime(Part(text, gaps, _time)),
            Channel = Part(text, gaps, _channel) is { Length: > 0 } channel ? shared(channel) : null,
            Computer = Part(text, gaps, _computer) is { Length: > 0 } computer ? shared(computer) : null,
            Data = data.MoveToImmutable(),
        };
    }

    private static ReadOnlySpan<char> Part(ReadOnlySpan<char> text, ReadOnlySpan<(int Start, int Length)> gaps, int gap) =>
        gap == None ? [] : text.Slice(gaps[gap].Start, gaps[gap].Length).Trim();

    private void Take(ref int part)
    {
        _isOther |= part != None;
        part = _gaps;
    }
}
