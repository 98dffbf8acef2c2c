using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Network;

/// <summary>Reads dsregcmd /status, which speaks English on every Windows: boxed headings, and names and values apart by " : ".</summary>
public sealed class DeviceRegistrationReader : IPassageReader
{
    private const string Anchor = "AzureAdJoined";
    private const int MostLines = 200;

    private static readonly ImmutableDictionary<string, string> Fields = ImmutableDictionary.CreateRange(StringComparer.OrdinalIgnoreCase,
    [
        KeyValuePair.Create(Anchor, nameof(DeviceRegistration.EntraJoined)),
        KeyValuePair.Create("DomainJoined", nameof(DeviceRegistration.DomainJoined)),
        KeyValuePair.Create("WorkplaceJoined", nameof(DeviceRegistration.Registered)),
        KeyValuePair.Create("DeviceAuthStatus", nameof(DeviceRegistration.DeviceStatus)),
        KeyValuePair.Create("AzureAdPrt", nameof(DeviceRegistration.HasPrimaryRefreshToken)),
    ]);

    public string Kind => "dsregcmd";

    public int Order => 133;

    public Anchors Anchors { get; } = Anchors.Of(Anchor);

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        var free = 1;
        for (var line = 1; line <= text.Lines.Length; line++)
        {
            if (Pair(text[line]) is not (Anchor, _))
                continue;
            var passage = Read(text, line, free);
            yield return passage;
            (line, free) = (passage.Last, passage.Last + 1);
        }
    }

    private static Passage Read(EvidenceText text, int anchor, int free)
    {
        var first = anchor;
        while (first > free && anchor - first < 6 && (IsBox(text[first - 1]) || string.IsNullOrWhiteSpace(text[first - 1])))
            first--;
        while (first < anchor && string.IsNullOrWhiteSpace(text[first]))
            first++;

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var places = ImmutableDictionary.CreateBuilder<string, Locator>();
        var last = anchor;
        for (var line = anchor; line <= text.Lines.Length && line - anchor < MostLines; line++)
        {
            if (string.IsNullOrWhiteSpace(text[line]))
                continue;
            var pair = Pair(text[line]);
            if ((pair is null && !IsBox(text[line])) || (line > anchor && pair is (Anchor, _)))
                break;
            last = line;
            if (pair is var (name, value) && Fields.TryGetValue(name, out var field) && values.TryAdd(field, value))
                places[field] = new Locator.Lines(line);
        }

        var host = text.Artifact.Host.Role is HostRole.Unknown ? Host.Client.Or(text.Artifact.Host) : text.Artifact.Host;
        var seen = new DeviceRegistration(
            text.Cite(first, last), host, Flag(nameof(DeviceRegistration.EntraJoined)), Flag(nameof(DeviceRegistration.DomainJoined)),
            Flag(nameof(DeviceRegistration.Registered)), values.GetValueOrDefault(nameof(DeviceRegistration.DeviceStatus)),
            Flag(nameof(DeviceRegistration.HasPrimaryRefreshToken))) { Fields = places.ToImmutable() };
        return new(first, last, [seen]);

        bool? Flag(string field) => values.GetValueOrDefault(field) switch { "YES" => true, "NO" => false, _ => null };
    }

    private static bool IsBox(string line) => line.TrimStart() is ['+', '-', ..] or ['|', ..];

    private static (string Name, string Value)? Pair(string line)
    {
        var colon = line.IndexOf(" : ", StringComparison.Ordinal);
        return colon is > 0 and < 60 ? (line[..colon].Trim(), line[(colon + 3)..].Trim()) : null;
    }
}
