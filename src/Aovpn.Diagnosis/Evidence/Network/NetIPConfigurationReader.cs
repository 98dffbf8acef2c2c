using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Network;

/// <summary>
/// Reads Get-NetIPConfiguration, whose names are the same in every language. <c>NetProfile.Name</c> has a point in it, so this is no list of Format-List.
/// That the VPN's own interface is described by its own name is from memory.
/// </summary>
public sealed class NetIPConfigurationReader : IPassageReader
{
    private const string Anchor = "InterfaceAlias";
    private const int MostLines = 60;

    public string Kind => "get-netipconfiguration";

    public int Order => 119;

    public Anchors Anchors { get; } = Anchors.Of(Anchor);

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        List<(Interface Interface, int First, int Last)> run = [];
        for (var line = 1; line <= text.Lines.Length; line++)
        {
            if (Pair(text[line]) is not (Anchor, { Length: > 0 }) || Read(text, line) is not { } read)
                continue;
            if (run.Count > 0 && Enumerable.Range(run[^1].Last + 1, read.First - run[^1].Last - 1).Any(between => !string.IsNullOrWhiteSpace(text[between])))
            {
                yield return Passage(text, run);
                run = [];
            }

            run.Add(read);
            line = read.Last;
        }

        if (run.Count > 0)
            yield return Passage(text, run);
    }

    private static Passage Passage(EvidenceText text, List<(Interface Interface, int First, int Last)> run)
    {
        var (first, last) = (run[0].First, run[^1].Last);
        return new(first, last, [new InterfacesListed(text.Cite(first, last), text.Artifact.Host, null, [.. run.Select(one => one.Interface)])], run.Count);
    }

    /// <returns>Null for a list that names an interface and is of another cmdlet.</returns>
    private static (Interface Interface, int First, int Last)? Read(EvidenceText text, int anchor)
    {
        var values = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        var places = new Dictionary<string, Locator.Lines>(StringComparer.Ordinal);
        var first = anchor > 1 && Pair(text[anchor - 1]) is ("ComputerName", _) ? anchor - 1 : anchor;
        var (last, name) = (anchor, Anchor);
        values[Anchor] = [Pair(text[anchor])!.Value.Value];
        for (var line = anchor + 1; line <= text.Lines.Length && line - anchor < MostLines && !string.IsNullOrWhiteSpace(text[line]); line++)
        {
            if (Pair(text[line]) is var (label, value))
            {
                if (!values.TryAdd(name = label, value.Length > 0 ? [value] : []))
                    break;
            }
            else if (char.IsWhiteSpace(text[line][0]))
            {
                values[name].Add(text[line].Trim());
            }
            else
            {
                break;
            }

            last = line;
            if (FieldOf(name) is { } field && values[name].Count > 0)
                places[field] = places.TryGetValue(field, out var place) ? new(place.First, line) : new(line);
        }

        if (!values.Keys.Any(key => FieldOf(key) is not null))
            return null;
        var alias = values[Anchor][0];
        var description = values.GetValueOrDefault("InterfaceDescription")?.FirstOrDefault();
        var seen = new Interface(
            text.Cite(first, last), alias, Addresses("IPv4Address", "IPv6Address", "IPv6LinkLocalAddress"), Addresses("IPv4DefaultGateway", "IPv6DefaultGateway"), Addresses("DNSServer"), null,
            description is not null && (description.Equals(alias, StringComparison.Ordinal) || description.Contains("WAN Miniport", StringComparison.OrdinalIgnoreCase)))
        {
            Fields = places.ToImmutableDictionary(place => place.Key, place => (Locator)place.Value, StringComparer.Ordinal),
        };
        return (seen, first, last);

        ImmutableArray<string> Addresses(params string[] names) =>
        [
            .. from name in names
               from value in values.GetValueOrDefault(name) ?? []
               from part in value.Split(['{', '}', ',', ' '], StringSplitOptions.RemoveEmptyEntries)
               let address = AddressText.Parse(part)
               where address is not null
               select address.ToString(),
        ];
    }

    private static string? FieldOf(string name) => name switch
    {
        "IPv4Address" or "IPv6Address" => nameof(Interface.Addresses),
        "IPv4DefaultGateway" or "IPv6DefaultGateway" => nameof(Interface.Gateways),
        "DNSServer" => nameof(Interface.DnsServers),
        _ => null,
    };

    /// <summary>A name of letters, digits and points at the margin, and a colon behind a blank.</summary>
    private static (string Label, string Value)? Pair(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon is < 2 or > 60 || !char.IsAsciiLetter(line[0]) || !char.IsWhiteSpace(line[colon - 1]))
            return null;
        var label = line[..colon].TrimEnd();
        return label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.') ? (label, line[(colon + 1)..].Trim()) : null;
    }
}
