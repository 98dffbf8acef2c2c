using System.Collections.Immutable;
using Aovpn.Diagnosis.Evidence.PowerShell;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Network;

/// <summary>
/// Reads netsh advfirewall firewall show rule (a name above dashes, then labels with colons; English labels, German ones unverified) and the
/// lists of Get-NetFirewallRule.
/// </summary>
public sealed class FirewallRuleReader : IPassageReader
{
    private const int LinesOfRule = 30;
    private const int LinesBetween = 3;

    private static readonly string[] Enabled = ["Enabled", "Aktiviert"], Direction = ["Direction", "Richtung"], Protocol = ["Protocol", "Protokoll"],
        RemotePort = ["RemotePort", "Remoteport"], Action = ["Action", "Aktion"];

    public string Kind => "firewall-rules";

    public int Order => 129;

    public Anchors Anchors { get; } = Anchors.Of([.. Direction]);

    public IEnumerable<Passage> Find(EvidenceText text) => Passages(text, Sections(text)).Concat(Passages(text, Lists(text)));

    private static IEnumerable<Passage> Passages(EvidenceText text, IEnumerable<(FirewallRule Rule, int First, int Last)> found)
    {
        List<(FirewallRule Rule, int First, int Last)> run = [];
        foreach (var one in found)
        {
            if (run.Count > 0 && one.First > run[^1].Last + LinesBetween)
            {
                yield return Passage(text, run);
                run = [];
            }

            run.Add(one);
        }

        if (run.Count > 0)
            yield return Passage(text, run);
    }

    private static Passage Passage(EvidenceText text, List<(FirewallRule Rule, int First, int Last)> run) => new(
        run[0].First, run[^1].Last, [new FirewallRulesListed(text.Cite(run[0].First, run[^1].Last), text.Artifact.Host, [.. run.Select(one => one.Rule)])], run.Count);

    private static IEnumerable<(FirewallRule Rule, int First, int Last)> Sections(EvidenceText text)
    {
        for (var line = 2; line <= text.Lines.Length; line++)
        {
            if (!ListedTable.IsRule(text[line]) || Label(text[line - 1]) is not (_, { Length: > 0 } name))
                continue;
            var values = new Dictionary<string, (string Value, int Line)>(StringComparer.OrdinalIgnoreCase);
            var last = line;
            for (var below = line + 1; below <= text.Lines.Length && below - line < LinesOfRule; below++)
            {
                if (Label(text[below]) is not var (label, value) || below < text.Lines.Length && ListedTable.IsRule(text[below + 1]))
                    break;
                values.TryAdd(label, (value, below));
                last = below;
            }

            if (Value(values, Action) is not { } action || Value(values, Direction) is not { } direction)
                continue;
            var isEnabled = Value(values, Enabled) is not { } enabled || enabled.Value is "Yes" or "Ja";
            var places = ImmutableDictionary<string, Locator>.Empty
                .Add(nameof(FirewallRule.Blocks), new Locator.Lines(action.Line)).Add(nameof(FirewallRule.Outbound), new Locator.Lines(direction.Line));
            if (Value(values, RemotePort) is { } port)
                places = places.Add(nameof(FirewallRule.RemotePorts), new Locator.Lines(port.Line));
            var rule = new FirewallRule(
                text.Cite(line - 1, last), name, isEnabled, direction.Value is "Out" or "Ausgehend", action.Value is "Block" or "Blockieren", Value(values, Protocol)?.Value, Value(values, RemotePort)?.Value)
            {
                Fields = places,
            };
            yield return (rule, line - 1, last);
            line = last;
        }
    }

    private static IEnumerable<(FirewallRule Rule, int First, int Last)> Lists(EvidenceText text)
    {
        foreach (var list in PropertyList.Find(text))
        {
            if (!list.Has("DisplayName", "Direction", "Action"))
                continue;
            var rule = new FirewallRule(
                text.Cite(list.First, list.Last), list.Value("DisplayName") ?? "", list.Value("Enabled") is not "False", list.Value("Direction") is "Outbound", list.Value("Action") is "Block",
                list.Value("Protocol"), list.Value("RemotePort")?.Trim('{', '}'))
            {
                Fields = ImmutableDictionary<string, Locator>.Empty.Add(nameof(FirewallRule.Blocks), new Locator.Lines(list["Action"]!.First)).Add(nameof(FirewallRule.Outbound), new Locator.Lines(list["Direction"]!.First)),
            };
            yield return (rule, list.First, list.Last);
        }
    }

    private static (string Value, int Line)? Value(Dictionary<string, (string Value, int Line)> values, string[] labels)
    {
        foreach (var label in labels)
        {
            if (values.TryGetValue(label, out var found))
                return found;
        }

        return null;
    }

    /// <summary>A label, a colon, and the value in a column of its own.</summary>
    private static (string Label, string Value)? Label(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon is > 1 and < 40 && line.Length < 2000 && !char.IsWhiteSpace(line[0]) && (colon + 1 == line.Length || line[colon + 1] == ' ') ? (line[..colon].Trim(), line[(colon + 1)..].Trim()) : null;
    }
}
