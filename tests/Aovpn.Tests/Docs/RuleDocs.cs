using Aovpn.Diagnosis.Catalogue;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Pages;
using Aovpn.Diagnosis.Rules;

namespace Aovpn.Tests.Docs;

/// <summary>docs/rules: a page for each cause, and the list of them.</summary>
internal static class RuleDocs
{
    public static string Index(RuleBook book)
    {
        var text = new MarkdownText().Line("# Causes").Line();
        text.Line($"{book.Pages.Length} causes, {book.Rules.Count} of them decided by a rule from evidence; the others say why no evidence decides them.");
        foreach (var stage in book.Pages.GroupBy(page => page.Stage).OrderBy(group => group.Key))
        {
            text.Line().Line($"## {Words(stage.Key.ToString())}").Line().Head("cause", "", "explains", "how common", "decided by");
            foreach (var page in stage.OrderBy(page => page.Id, StringComparer.Ordinal))
                text.Row($"[{page.Id}]({page.Id}.md)", page.Title, string.Join(", ", page.Explains.Select(ErrorDocs.Link)).Replace("](", "](../errors/", StringComparison.Ordinal), Words(page.Commonness.ToString()), book.Rules.ContainsKey(page.Name) ? "rule" : "a person");
        }

        return text.Signed("the pages in src/Aovpn.Diagnosis/Rules");
    }

    public static string Of(RulePage page, RuleBook book)
    {
        var rule = book.Rules.GetValueOrDefault(page.Name);
        var text = new MarkdownText().Line($"# {page.Id}  {page.Title}").Line().Head("", "");
        text.Row("Stage", Words(page.Stage.ToString()))
            .Row("Where it is mended", Words(page.Where.ToString()))
            .Row("Severity", Words(page.Severity.ToString()))
            .Row("Explains", string.Join(", ", page.Explains.Select(ErrorDocs.Link)).Replace("](", "](../errors/", StringComparison.Ordinal))
            .Row("How common", $"{Words(page.Commonness.ToString())} ({page.CommonnessSource})")
            .Row("Source", page.Verified ? page.Source : $"{page.Source} (not verified)");
        if (page.Causes.Length > 0)
            text.Row("Cause in the list of root causes", string.Join(", ", page.Causes));
        text.Row("Decided", rule is null ? $"by a person: {page.ManualBecause}" : "by a rule");
        foreach (var need in rule?.Needs ?? page.Needs)
            text.Row("Evidence", Evidence(need));
        foreach (var section in page.Sections)
            text.Section(section.Heading, section.Text);
        return text.Signed($"src/Aovpn.Diagnosis/Rules/{page.Stage}/{page.Name}.md");
    }

    public static string Words(string pascalCase) => KebabCase.Of(pascalCase).Replace('-', ' ').Replace("vpn server", "VPN server", StringComparison.Ordinal).Replace("nps server", "NPS server", StringComparison.Ordinal);

    private static string Evidence(Need need)
    {
        var row = NeedCatalogue.Find(need.Kind);
        return $"{row.Text}, from the {Words(need.From.ToString())}{(row.Command is { } command ? $": {ErrorDocs.Code(command)}" : "")}";
    }
}
