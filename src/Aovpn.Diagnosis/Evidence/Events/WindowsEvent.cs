using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>
/// An event of a Windows event log, whatever form it was read from: XML, a copy from Event Viewer, PowerShell's output, a binary
/// log. Forms fill what they show; the mappers beside it say what it means.
/// </summary>
/// <param name="Source">The whole event.</param>
/// <param name="Provider">As the event names it, without the prefix <c>Microsoft-Windows-</c>.</param>
/// <param name="EventId">Without qualifiers.</param>
public sealed record WindowsEvent(Citation Source, string Provider, int EventId)
{
    private const string MicrosoftPrefix = "Microsoft-Windows-";

    /// <summary>EventRecordID; null in forms that do not show it.</summary>
    public ulong? RecordId { get; init; }

    /// <summary>TimeCreated, where the form says it with its offset.</summary>
    public DateTimeOffset? Instant { get; init; }

    /// <summary>The local time that Event Viewer and PowerShell show; null where <see cref="Instant"/> is known or the date is ambiguous.</summary>
    public DateTime? Wall { get; init; }

    public string? Computer { get; init; }

    public string? Channel { get; init; }

    /// <summary>EventData in order; unnamed for classic providers.</summary>
    public ImmutableArray<EventValue> Data { get; init; } = [];

    /// <summary>The classic event's binary data.</summary>
    public ImmutableArray<byte> Binary { get; init; } = [];

    public Locator? BinaryPlace { get; init; }

    /// <summary>Where its id stands.</summary>
    public Locator? IdPlace { get; init; }

    /// <summary>UserData, flat, in document order.</summary>
    public ImmutableArray<EventElement> UserData { get; init; } = [];

    /// <summary>Lines of the rendered message, in whatever language; empty where the form has none. Meaning is taken from it only where there are no data.</summary>
    public ImmutableArray<EventValue> Message { get; init; } = [];

    /// <summary>The message in one line.</summary>
    public string MessageText => string.Join(' ', Message.Select(line => line.Text).Where(text => text.Length > 0));

    /// <returns>The datum of that name; null when there is none.</returns>
    public EventValue? Named(string name)
    {
        foreach (var value in Data)
        {
            if (string.Equals(value.Name, name, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        return null;
    }

    /// <returns>The datum at a position from 0; null when there are not so many.</returns>
    public EventValue? At(int position) => position >= 0 && position < Data.Length ? Data[position] : null;

    /// <summary>The machine that wrote the event: the provider says its part, the event its name.</summary>
    public Host HostAs(HostRole role) => role is HostRole.Unknown
        ? new(Source.Artifact.Host.Role, Computer ?? Source.Artifact.Host.Name)
        : new(role, Computer ?? Source.Artifact.Host.Name);

    public When? When(Host clock) => Instant is { } instant ? Model.When.Utc(instant, clock)
        : Wall is { } wall ? Model.When.Local(wall, clock)
        : null;

    /// <summary>Where a piece of the message stands: its line, when one line holds all of it.</summary>
    public Locator? PlaceInMessage(string fragment)
    {
        for (var line = Message.Length - 1; line >= 0; line--)
        {
            if (Message[line].Text.Contains(fragment, StringComparison.Ordinal))
                return Message[line].Place;
        }

        return null;
    }

    public static string ShortProvider(string provider)
    {
        var name = provider.Trim();
        return name.StartsWith(MicrosoftPrefix, StringComparison.OrdinalIgnoreCase) ? name[MicrosoftPrefix.Length..] : name;
    }
}
