using Aovpn.Diagnosis.Catalogue;
using Aovpn.Diagnosis.Pages;
using Aovpn.Diagnosis.Rules;

namespace Aovpn.Tests.Rules;

/// <summary>Every promise of the pages: form, ids, clues, needs, and that each worked example is true and its citations matter.</summary>
public sealed class RulePageTests
{
    private static readonly RuleBook Book = RuleBook.Default;

    public static TheoryData<string> Pages => [.. Book.Pages.Select(page => page.Name)];

    public static TheoryData<string> PagesWithRules => [.. Book.Pages.Where(page => Book.Rules.ContainsKey(page.Name)).Select(page => page.Name)];

    [Fact]
    public void Every_rule_has_a_page()
    {
        var pages = Book.Pages.Select(page => page.Name).ToHashSet();
        Assert.DoesNotContain(Book.Rules.Keys, rule => !pages.Contains(rule));
    }

    [Fact]
    public void Ids_are_unique() => Assert.Empty(Book.Pages.GroupBy(page => page.Id).Where(group => group.Count() > 1).Select(group => group.Key));

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_page_has_the_form_of_all_pages(string name)
    {
        var page = Page(name);

        Assert.Equal(RulePage.Headings, page.Sections.Select(section => section.Heading));
        Assert.Matches("^AOV[1-9][0-9]{2}$", page.Id);
        Assert.Equal((int)page.Stage + 1, page.Id[3] - '0');
        Assert.NotEmpty(page.Section("What it means"));
        Assert.NotEmpty(page.Fixes);
        foreach (var need in page.Needs)
            NeedCatalogue.Find(need.Kind);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_cause_has_a_rule_or_says_why_no_evidence_can_decide(string name) =>
        Assert.NotEqual(Book.Rules.ContainsKey(name), Page(name).ManualBecause is not null);

    [Theory]
    [MemberData(nameof(PagesWithRules))]
    public void What_a_rule_needs_is_in_the_catalogue(string name)
    {
        foreach (var need in Book.Rules[name].Needs)
            NeedCatalogue.Find(need.Kind);
    }

    [Theory]
    [MemberData(nameof(PagesWithRules))]
    public void Examples_show_the_fault_and_its_absence(string name)
    {
        var kinds = Page(name).Examples.SelectMany(example => example.Verdicts).Select(verdict => verdict.Split(':')[0]).ToHashSet();
        Assert.Contains("found", kinds);
        Assert.True(kinds.Contains("ruled-out") || kinds.Contains("nothing"), "no example shows what passes");
    }

    [Theory]
    [MemberData(nameof(PagesWithRules))]
    public void The_page_tells_the_truth(string name)
    {
        foreach (var example in Page(name).Examples)
        {
            var worked = WorkedExample.Of(example);
            worked.AssertKindsAreRecognised();
            Assert.Equal(example.Verdicts, worked.Judge(Book.Rules[name]));
        }
    }

    [Theory]
    [MemberData(nameof(PagesWithRules))]
    public void Each_cited_line_decides(string name)
    {
        foreach (var example in Page(name).Examples)
        {
            var worked = WorkedExample.Of(example);
            var verdicts = worked.Judge(Book.Rules[name]);

            foreach (var (artifact, line) in worked.LinesCitedByFound(Book.Rules[name]))
            {
                Assert.True(
                    !verdicts.SequenceEqual(worked.Without(artifact, line).Judge(Book.Rules[name])),
                    $"{artifact}, line {line} is cited, and without it the verdict is the same: {string.Join(" | ", verdicts)}");
            }
        }
    }

    private static RulePage Page(string name) => Book.Pages.Single(page => page.Name == name);
}
