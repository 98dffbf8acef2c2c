using System.Collections.Immutable;
using Aovpn.Diagnosis.Catalogue;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Rules;

namespace Aovpn.Tests.Docs;

/// <summary>docs/errors: a page for each code and symptom that a cause explains or Microsoft's article is about.</summary>
internal static class ErrorDocs
{
    public static ImmutableArray<Explained> Documented(RuleBook book) =>
    [
        .. book.Pages.SelectMany(page => page.Explains).Concat(CodePages.All.SelectMany(page => page.Explains)).Distinct()
            .OrderBy(one => one.Code is null).ThenBy(one => one.Code?.Family).ThenBy(one => one.Code?.Value).ThenBy(one => one.Symptom),
    ];

    public static string FileName(Explained one) => one.Code is { } code
        ? code.Family switch
        {
            CodeFamily.Windows => $"{code}.md",
            CodeFamily.NpsReason => $"nps-{code.Value}.md",
            CodeFamily.Event => $"event-{code.Value}.md",
            CodeFamily.EntraSignIn => $"aadsts-{code.Value}.md",
            _ => $"{KebabCase.Of(code.Family.ToString())}-{code.Value}.md",
        }
        : $"{KebabCase.Of(one.Symptom.ToString())}.md";

    public static string Link(Explained one) => $"[{one}]({FileName(one)})";

    public static string Code(string command) => string.Join(" then ", command.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"`{line}`"));

    public static string Index(RuleBook book)
    {
        var text = new MarkdownText().Line("# Codes and complaints").Line();
        text.Line("`aovpn explain` knows more codes than have a page here: those that say by themselves all there is to say.").Line();
        text.Head("what is seen", "symbol", "meaning", "causes");
        foreach (var one in Documented(book))
            text.Row(Link(one), Row(one)?.Symbol, Meaning(one), $"{book.Pages.Count(page => page.Explains.Contains(one))}");
        return text.Signed("the catalogues in src/Aovpn.Diagnosis/Catalogue");
    }

    public static string Of(Explained one, RuleBook book)
    {
        var page = one.Code is { } code ? CodePages.Find(code) : CodePages.Find(one.Symptom);
        var row = Row(one);
        var text = new MarkdownText().Line($"# {one}{(page is not null ? $"  {page.Title}" : row?.Symbol is { } symbol ? $"  {symbol}" : "")}");
        if (Meaning(one) is { Length: > 0 } meaning)
            text.Line().Line(meaning);
        text.Line().Head("", "");
        if (row?.Symbol is { } name)
            text.Row("Symbol", $"`{name}`");
        if (one.Code is { Family: CodeFamily.Windows } windows)
            text.Row("Hexadecimal", windows.Hex);
        if ((page?.Dialog ?? (row?.Dialogs is [var first, ..] ? first : null)) is { } dialog)
            text.Row("Windows shows", $"\"{dialog}\"");
        if (row is not null)
            text.Row("Stage", RuleDocs.Words(row.Stage.ToString())).Row("Source", row.Verified ? row.Source : $"{row.Source} (not verified)");
        foreach (var section in page?.Sections ?? [])
            text.Section(section.Heading, section.Text);

        text.Line().Line("## Causes").Line().Head("cause", "", "stage", "how common");
        foreach (var cause in book.Pages.Where(cause => cause.Explains.Contains(one)).OrderBy(cause => cause.Stage).ThenBy(cause => cause.Commonness).ThenBy(cause => cause.Id, StringComparer.Ordinal))
            text.Row($"[{cause.Id}](../rules/{cause.Id}.md)", cause.Title, RuleDocs.Words(cause.Stage.ToString()), RuleDocs.Words(cause.Commonness.ToString()));
        return text.Signed("src/Aovpn.Diagnosis/Catalogue and the pages of the causes");
    }

    private static ErrorCode? Row(Explained one) => one.Code is { } code ? ErrorCatalogue.Find(code) : null;

    private static string Meaning(Explained one) => one.Code switch
    {
        { Family: CodeFamily.Event } code => string.Join(" ", EventCatalogue.Find(code.Value).Select(row => $"{row.Provider}: {row.Text}")),
        { } => Row(one)?.Text ?? "",
        null => "",
    };
}
