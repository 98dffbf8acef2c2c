using Aovpn.Diagnosis.Rules;

namespace Aovpn.Tests.Docs;

/// <summary>Every generated file below docs/, by its path, with its text.</summary>
internal static class GeneratedDocs
{
    /// <summary>Folders in which nothing but generated files may lie.</summary>
    public static readonly string[] Folders = ["rules", "errors"];

    public static IEnumerable<(string Path, string Text)> All(RuleBook book) =>
    [
        ("rules/README.md", RuleDocs.Index(book)),
        .. book.Pages.Select(page => ($"rules/{page.Id}.md", RuleDocs.Of(page, book))),
        ("errors/README.md", ErrorDocs.Index(book)),
        .. ErrorDocs.Documented(book).Select(code => ($"errors/{ErrorDocs.FileName(code)}", ErrorDocs.Of(code, book))),
        ("evidence.md", EvidenceDoc.Of(book)),
    ];
}
