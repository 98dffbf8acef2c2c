using System.Collections.Immutable;
using System.Text.Json;
using Aovpn.Diagnosis.Explaining;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Reports;

/// <summary>An explanation as JSON, schema <c>aovpn.explanation/1</c>; names of closed sets as everywhere in the contract.</summary>
public static class ExplainJson
{
    public static string Write(Explanation explanation) => JsonSerializer.Serialize(
        new("aovpn.explanation/1", explanation.Asked, [.. explanation.Answers.Select(Of)], explanation.Suggestions), ExplainJsonContext.Readable.ExplanationDocument);

    private static AnswerDocument Of(Answer answer) => new(
        KebabCase.Of(answer.Kind.ToString()),
        answer.Name,
        answer.Key is { Code: null, Symptom: var symptom } ? KebabCase.Of(symptom.ToString()) : null,
        answer.Key?.Code?.Value,
        answer.Key?.Code?.Hex,
        answer.Key?.Code is { } code ? KebabCase.Of(code.Family.ToString()) : null,
        answer.Symbol,
        answer.Meaning,
        answer.Stage?.ToString(),
        answer.Page?.Dialog ?? answer.Dialog,
        answer.ReadAs,
        answer.Notes,
        answer.Source,
        answer.Verified,
        answer.Page?.Title,
        answer.Page is { } page ? [.. page.Sections.Select(section => new SectionDocument(section.Heading, section.Text))] : [],
        [.. answer.Causes.Select(Of)]);

    private static CauseDocument Of(CauseExplained cause) => new(
        cause.Page.Id,
        cause.Page.Causes,
        cause.Page.Title,
        cause.Page.Stage.ToString(),
        KebabCase.Of(cause.Page.Commonness.ToString()),
        cause.Page.Where.ToString(),
        cause.Detected,
        [.. cause.Evidence.Select(one => new EvidenceDocument(one.Need.Kind, one.From.ToString(), one.Need.Text, one.Need.Command))],
        [.. cause.Page.Fixes.Select(fix => new FixDocument(fix.Where.ToString(), fix.Text, fix.Commands))]);

    internal sealed record ExplanationDocument(string Schema, string Asked, ImmutableArray<AnswerDocument> Answers, ImmutableArray<Suggestion> Suggestions);

    internal sealed record AnswerDocument(
        string Kind, string Name, string? Symptom, uint? Code, string? Hex, string? Family, string? Symbol, string Meaning, string? Stage, string? Dialog, string? ReadAs,
        ImmutableArray<string> Notes, string? Source, bool Verified, string? Title, ImmutableArray<SectionDocument> Sections, ImmutableArray<CauseDocument> Causes);

    internal sealed record SectionDocument(string Heading, string Text);

    internal sealed record CauseDocument(
        string Id, ImmutableArray<string> Causes, string Title, string Stage, string Commonness, string Where, string Detected,
        ImmutableArray<EvidenceDocument> Evidence, ImmutableArray<FixDocument> Fix);

    internal sealed record EvidenceDocument(string Need, string From, string Text, string? Command);

    internal sealed record FixDocument(string Where, string Text, ImmutableArray<string> Commands);
}
