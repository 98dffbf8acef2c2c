using Aovpn.Diagnosis.Catalogue;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Rules;

namespace Aovpn.Tests.Docs;

/// <summary>docs/evidence.md: what to collect on which host, with which command, and for which causes; and what is recognised.</summary>
internal static class EvidenceDoc
{
    public static string Of(RuleBook book)
    {
        var text = new MarkdownText().Line("# Evidence").Line();
        text.Line("What to collect where. Any of it can be left out: what is missing is asked for, the most telling first. Names of files do not matter,");
        text.Line("content does; folders named client, gateway, nps tell the host, and so does `--host client=PATH`.");
        var needs = book.Pages.SelectMany(page => (book.Rules.GetValueOrDefault(page.Name)?.Needs ?? page.Needs).Select(need => (Need: need, page.Id))).ToLookup(one => one.Need, one => one.Id);
        foreach (var host in needs.GroupBy(group => group.Key.From).OrderBy(group => group.Key is HostRole.Unknown).ThenBy(group => group.Key))
        {
            text.Line().Line($"## {(host.Key is HostRole.Unknown ? "From the host concerned" : $"From the {RuleDocs.Words(host.Key.ToString())}")}").Line().Head("evidence", "command", "decides");
            foreach (var need in host.OrderByDescending(group => group.Distinct().Count()).ThenBy(group => group.Key.Kind, StringComparer.Ordinal))
            {
                var row = NeedCatalogue.Find(need.Key.Kind);
                text.Row(row.Text, row.Command is { } command ? ErrorDocs.Code(command) : "only a person can answer", string.Join(", ", need.Distinct().Order(StringComparer.Ordinal).Select(id => $"[{id}](rules/{id}.md)")));
            }
        }

        text.Line().Line("## What is recognised").Line();
        text.Line("Whole files: " + string.Join(", ", EvidenceReading.Default.ArtifactReaders.Select(reader => reader.Kind)) + ".").Line();
        text.Line("In any text: " + string.Join(", ", EvidenceReading.Default.PassageReaders.Select(reader => reader.Kind).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) + ".").Line();
        text.Line("Around them: folders, zip and gz archives, standard input (`-`), and what a user says (`--symptom`).");
        return text.Signed("needs.json and the needs of the rules");
    }
}
