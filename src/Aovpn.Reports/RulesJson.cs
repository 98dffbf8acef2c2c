using System.Collections.Immutable;
using System.Text.Json;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Pages;
using Aovpn.Diagnosis.Rules;

namespace Aovpn.Reports;

/// <summary>Every page's front matter as JSON, with whether a rule decides it.</summary>
public static class RulesJson
{
    public static string Write(RuleBook book) => JsonSerializer.Serialize([.. book.Pages.Select(page => Of(page, book.Rules.GetValueOrDefault(page.Name)))], RulesJsonContext.Readable.RuleDocumentArray);

    private static RuleDocument Of(RulePage page, IRule? rule) => new(
        page.Id,
        page.Name,
        page.Title,
        page.Stage.ToString(),
        KebabCase.Of(page.Severity.ToString()),
        page.Where.ToString(),
        page.Causes,
        [.. page.Explains.Select(symptom => symptom.ToString())],
        [.. page.FavouredBy.Select(clue => clue.ToString())],
        [.. page.ContradictedBy.Select(clue => clue.ToString())],
        [.. page.ProvedBy.Select(clue => clue.ToString())],
        KebabCase.Of(page.Commonness.ToString()),
        page.CommonnessSource,
        page.Source,
        page.Verified,
        [.. (rule?.Needs ?? page.Needs).Select(need => $"{need.Kind}@{need.From}")],
        rule is null ? "manual" : "rule",
        page.ManualBecause);

    internal sealed record RuleDocument(
        string Id, string Name, string Title, string Stage, string Severity, string Where, ImmutableArray<string> Causes, ImmutableArray<string> Explains,
        ImmutableArray<string> FavouredBy, ImmutableArray<string> ContradictedBy, ImmutableArray<string> ProvedBy, string Commonness, string CommonnessSource,
        string Source, bool Verified, ImmutableArray<string> Needs, string Check, string? ManualBecause);
}
