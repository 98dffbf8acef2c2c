using System.Collections.Immutable;
using Aovpn.Diagnosis.Evidence.PowerShell;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Network;

/// <summary>
/// Reads the Name Resolution Policy Table as Get-DnsClientNrptPolicy, Get-DnsClientNrptRule and netsh namespace show (effective)policy list
/// it, and the silence after a cmdlet: a table without rules.
/// </summary>
public sealed class NameRuleReader : IPassageReader
{
    private const int LinesBetween = 3;
    private const int LinesOfSection = 40;

    private static readonly string[] Cmdlets = ["Get-DnsClientNrptPolicy", "Get-DnsClientNrptRule"];

    public string Kind => "nrpt";

    public int Order => 126;

    public Anchors Anchors { get; } = Anchors.Of("Namespace", "Settings for ", "Get-DnsClientNrpt");

    public IEnumerable<Passage> Find(EvidenceText text) => Lists(text).Concat(Sections(text)).Concat(Silences(text));

    private static IEnumerable<Passage> Lists(EvidenceText text)
    {
        List<PropertyList> run = [];
        foreach (var list in PropertyList.Find(text).Where(IsRule))
        {
            if (run.Count > 0 && list.First > run[^1].Last + LinesBetween)
            {
                yield return Passage(text, run);
                run = [];
            }

            run.Add(list);
        }

        if (run.Count > 0)
            yield return Passage(text, run);
    }

    private static bool IsRule(PropertyList list) =>
        list.Has("Namespace") && (list["NameServers"] ?? list["DirectAccessDnsServers"] ?? list["DnsSecValidationRequired"] ?? list["NameEncoding"]) is not null;

    private static Passage Passage(EvidenceText text, List<PropertyList> run) => new(
        run[0].First, run[^1].Last,
        [new NameRulesListed(text.Cite(run[0].First, run[^1].Last), About(text), [.. run.SelectMany(list => Rules(text, list))])], run.Count);

    private static IEnumerable<NameRule> Rules(EvidenceText text, PropertyList list)
    {
        var servers = list["NameServers"] is { Value.Length: > 0 } named ? named : list["DirectAccessDnsServers"];
        var fields = ImmutableDictionary<string, Locator>.Empty.Add(nameof(NameRule.Name), new Locator.Lines(list["Namespace"]!.First));
        if (servers is not null)
            fields = fields.Add(nameof(NameRule.DnsServers), new Locator.Lines(servers.First, servers.Last));
        foreach (var name in list["Namespace"]!.Items)
            yield return new(text.Cite(list.First, list.Last), name, [.. servers?.Items ?? []]) { Fields = fields };
    }

    /// <summary>netsh: "Settings for .corp.example", a rule of dashes, and lines whose label ends with (DNS Servers). Labels are English in every copy that was found.</summary>
    private static IEnumerable<Passage> Sections(EvidenceText text)
    {
        const string Heading = "Settings for ";
        for (var line = 1; line < text.Lines.Length; line++)
        {
            if (!text[line].StartsWith(Heading, StringComparison.Ordinal) || !ListedTable.IsRule(text[line + 1]))
                continue;
            ImmutableArray<string> servers = [];
            var (last, place) = (line + 1, line);
            for (var below = line + 2; below <= text.Lines.Length && below - line < LinesOfSection; below++)
            {
                var colon = text[below].IndexOf(':', StringComparison.Ordinal);
                if (colon <= 0 || !text[below].AsSpan(0, colon).Contains('('))
                    break;
                last = below;
                if (text[below].AsSpan(0, colon).Contains("(DNS Servers)", StringComparison.OrdinalIgnoreCase) && text[below][(colon + 1)..].Trim() is { Length: > 0 } value)
                    (servers, place) = ([.. value.Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries)], below);
            }

            var rule = new NameRule(text.Cite(line, last), text[line][Heading.Length..].Trim(), servers)
            {
                Fields = ImmutableDictionary<string, Locator>.Empty.Add(nameof(NameRule.Name), new Locator.Lines(line)).Add(nameof(NameRule.DnsServers), new Locator.Lines(place)),
            };
            yield return new(line, last, [new NameRulesListed(text.Cite(line, last), About(text), [rule])]);
            line = last;
        }
    }

    /// <summary>The bare cmdlet, then at once the next prompt.</summary>
    private static IEnumerable<Passage> Silences(EvidenceText text)
    {
        for (var line = 1; line < text.Lines.Length; line++)
        {
            if (PromptLine.Parse(text[line]) is not { } prompt || !Array.Exists(Cmdlets, cmdlet => prompt.Command.Equals(cmdlet, StringComparison.OrdinalIgnoreCase) || prompt.Command.Equals(cmdlet + " -Effective", StringComparison.OrdinalIgnoreCase)))
                continue;
            var next = line + 1;
            while (next <= text.Lines.Length && string.IsNullOrWhiteSpace(text[next]))
                next++;
            if (next <= text.Lines.Length && PromptLine.Parse(text[next]) is not null)
                yield return new(line, line, [new NameRulesListed(text.Cite(line), About(text), [])]);
        }
    }

    private static Host About(EvidenceText text) => Host.Client.Or(text.Artifact.Host.Role is HostRole.Client ? text.Artifact.Host : Host.Unknown);
}
