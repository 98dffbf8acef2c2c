using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Pages;
using Aovpn.Diagnosis.Rules;

namespace Aovpn.Tests.Rules;

/// <summary>What the compiler wrote down (Aovpn.Discovery) is what the assembly holds.</summary>
public sealed class DiscoveredTests
{
    private static readonly PageBody Nothing = new(() => default);

    [Fact]
    public void Every_rule_and_reader_is_in_its_set()
    {
        AssertSame<IRule>(RuleBook.Default.Rules.Values);
        Assert.All(RuleBook.Default.Rules, rule => Assert.Equal(rule.Value.GetType().Name, rule.Key));
        AssertSame<IArtifactReader>(EvidenceReading.Default.ArtifactReaders);
        AssertSame<IPassageReader>(EvidenceReading.Default.PassageReaders);
    }

    [Fact]
    public void Every_page_is_the_one_that_lies_in_the_assembly()
    {
        var embedded = RuleBook.Load(typeof(RuleBook).Assembly).Pages;

        Assert.Equal(embedded.Select(Written), RuleBook.Default.Pages.Select(Written));

        static string Written(RulePage page) => string.Join('|',
            page with { Body = Nothing }, string.Join(',', page.Causes), string.Join(',', page.Explains), string.Join(',', page.FavouredBy), string.Join(',', page.ContradictedBy),
            string.Join(',', page.Needs), string.Join(',', page.ProvedBy), string.Join('\n', page.Sections));
    }

    private static void AssertSame<T>(IEnumerable<T> discovered)
        where T : class
    {
        var there = typeof(T).Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsClass: true } && type.IsAssignableTo(typeof(T))).Select(type => type.FullName!);

        Assert.Equal(there.Order(StringComparer.Ordinal), discovered.Select(one => one.GetType().FullName!).Order(StringComparer.Ordinal));
    }
}
