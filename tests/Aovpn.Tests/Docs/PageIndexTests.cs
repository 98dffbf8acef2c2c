using System.Runtime.CompilerServices;
using Aovpn.Diagnosis.Explaining;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Rules;

namespace Aovpn.Tests.Docs;

/// <summary>The index from which <c>explain</c> finds pages says what the pages and rules say. UPDATE_DOCS=1, which dev.cs docs sets, writes it anew.</summary>
public sealed class PageIndexTests
{
    private static readonly RuleBook Book = RuleBook.Default;

    [Fact]
    public void The_index_is_that_of_the_pages()
    {
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            File.WriteAllText(Index(), PageIndex.Of(Book));

        Assert.True(
            File.ReadAllText(Index()).ReplaceLineEndings("\n") == PageIndex.Of(Book),
            "Rules/index.tsv differs from what the pages and rules say; run: dotnet run dev.cs -- docs");
    }

    [Fact]
    public void Every_code_and_symptom_of_a_page_finds_the_pages_that_name_it()
    {
        var index = new PageIndex(PageIndex.Of(Book));
        foreach (var symptom in Book.Pages.SelectMany(page => page.Explains).Distinct())
        {
            Assert.Equal(symptom, Explained.Parse(symptom.Written));
            Assert.Equal(
                Book.Explaining(symptom).Select(page => page.Id).Order(StringComparer.Ordinal),
                index.Explaining(symptom).Select(cause => cause.Page.Id).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void A_line_that_lacks_a_column_is_refused() => Assert.Contains("AOV101", Assert.Throws<FormatException>(() => new PageIndex("Name\tAOV101\n")).Message, StringComparison.Ordinal);

    private static string Index([CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "..", "src", "Aovpn.Diagnosis", "Rules", "index.tsv"));
}
