using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>
/// RasClient, Application log of a client. Data are unnamed: correlation id, user, connection, then what the event is about. The
/// correlation id may be missing; a connection's name may hold anything.
/// </summary>
internal static class RasClient
{
    public const string Provider = "RasClient";

    /// <summary>Server address, device, port, media type: in this order where their names are in another language.</summary>
    private const int SettingsOfALink = 4;

    public static IEnumerable<Observation> Observe(WindowsEvent seen)
    {
        var data = seen.Data.IsEmpty ? RasClientMessage.Data(seen) : seen.Data;
        var (coId, rest) = CorrelationIds.Split(data);
        var host = seen.HostAs(HostRole.Client);
        return seen.EventId switch
        {
            20221 => [Progressed(seen, host, coId, rest, ConnectionPhase.Started, connection: rest.Length - 2, settings: rest.Length - 1)],
            20222 => [Progressed(seen, host, coId, rest, ConnectionPhase.LinkStarted, connection: 1, settings: 2)],
            20223 => [Progressed(seen, host, coId, rest, ConnectionPhase.LinkEstablished, connection: -1, settings: 1)],
            20224 => [Progressed(seen, host, coId, rest, ConnectionPhase.AuthenticationStarted, connection: -1, settings: -1)],
            20225 => [Progressed(seen, host, coId, rest, ConnectionPhase.Connected, connection: 1, settings: -1)],
            20226 => [Disconnected(seen, host, coId, rest)],
            20227 => [Failed(seen, host, coId, rest)],
            _ => WatchedEvents.Observe(seen),
        };
    }

    private static Observation Failed(WindowsEvent seen, Host host, EventValue? coId, ImmutableArray<EventValue> rest)
    {
        if ((!seen.Data.IsEmpty && rest.Length < 3) || LastCode(rest) is not { } code)
            return EventDamage.CodeMissing(seen.Source, seen);
        var user = rest.Length > 1 ? rest[0] : null;
        var connection = Name(rest);
        return new ConnectionFailed(seen.Source, host, seen.When(host), user?.Known, connection?.Known, CorrelationIds.Id(coId), code.Code)
        {
            FieldsWhenAsked = new FieldPlaces()
                .Add(nameof(ConnectionFailed.User), user)
                .Add(nameof(ConnectionFailed.Connection), connection)
                .Add(nameof(ConnectionFailed.CoId), coId)
                .Add(nameof(ConnectionFailed.Code), code.Value)
                .WhenAsked,
        };
    }

    private static ConnectionProgressed Disconnected(WindowsEvent seen, Host host, EventValue? coId, ImmutableArray<EventValue> rest)
    {
        var user = rest.Length > 0 ? rest[0] : null;
        var connection = Name(rest);
        var code = LastCode(rest);
        return new(
            seen.Source, host, seen.When(host), user?.Known, connection?.Known, CorrelationIds.Id(coId), ConnectionPhase.Disconnected, null, null, code?.Code)
        {
            FieldsWhenAsked = new FieldPlaces()
                .Add(nameof(ConnectionProgressed.User), user)
                .Add(nameof(ConnectionProgressed.Connection), connection)
                .Add(nameof(ConnectionProgressed.Code), code?.Value)
                .WhenAsked,
        };
    }

    private static ConnectionProgressed Progressed(
        WindowsEvent seen, Host host, EventValue? coId, ImmutableArray<EventValue> rest, ConnectionPhase phase, int connection, int settings)
    {
        var user = rest.Length > 0 ? rest[0] : null;
        var name = connection > 0 && connection < rest.Length ? rest[connection] : null;
        var listed = settings > 0 && settings < rest.Length ? rest[settings] : null;
        var server = phase is ConnectionPhase.LinkStarted or ConnectionPhase.LinkEstablished ? Setting(listed, "Phone Number", position: 0) : null;
        var device = phase is ConnectionPhase.LinkStarted or ConnectionPhase.LinkEstablished ? Setting(listed, "Device", position: 1) : null;
        return new(seen.Source, host, seen.When(host), user?.Known, name?.Known, CorrelationIds.Id(coId), phase, server, device, null)
        {
            FieldsWhenAsked = new FieldPlaces()
                .Add(nameof(ConnectionProgressed.User), user)
                .Add(nameof(ConnectionProgressed.Connection), name)
                .Add(nameof(ConnectionProgressed.Server), server is null ? null : listed)
                .Add(nameof(ConnectionProgressed.Device), device is null ? null : listed)
                .WhenAsked,
        };
    }

    /// <summary>The name between user and code. Forms that split values at commas split names too.</summary>
    private static EventValue? Name(ImmutableArray<EventValue> rest) => rest.Length switch
    {
        < 3 => null,
        3 => rest[1],
        _ => rest[1] with { Text = string.Join(", ", rest[1..^1].Select(part => part.Text)) },
    };

    /// <summary>The last datum as a Windows error: decimal, signed for an HRESULT.</summary>
    private static (Code Code, EventValue Value)? LastCode(ImmutableArray<EventValue> rest)
    {
        if (rest.IsEmpty)
            return null;
        var text = rest[^1].Text.TrimEnd('.');
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number is < int.MinValue or > uint.MaxValue)
            return null;
        return (Code.Windows(unchecked((uint)number)), rest[^1]);
    }

    /// <summary>
    /// A value of the settings that an event lists as lines <c>name = value</c>; by name, else by position, because Windows
    /// translates the names.
    /// </summary>
    private static string? Setting(EventValue? listed, string name, int position)
    {
        if (listed is null)
            return null;
        var values = new List<string>();
        foreach (var line in listed.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0)
                continue;
            var value = line[(equals + 1)..].Trim();
            if (line.AsSpan(0, equals).TrimEnd().EndsWith(name, StringComparison.OrdinalIgnoreCase))
                return value.Length == 0 ? null : value;
            values.Add(value);
        }

        return values.Count == SettingsOfALink && values[position].Length > 0 ? values[position] : null;
    }
}
