using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Rules;

namespace Aovpn.Tests.Rules;

/// <summary>What the compiler wrote down (Aovpn.Discovery) is what the assembly holds.</summary>
public sealed class DiscoveredTests
{
    [Fact]
    public void Every_rule_and_reader_is_in_its_set()
    {
        AssertSame<IRule>(RuleBook.Default.Rules.Values);
        AssertSame<IArtifactReader>(EvidenceReading.Default.ArtifactReaders);
        AssertSame<IPassageReader>(EvidenceReading.Default.PassageReaders);
    }

    private static void AssertSame<T>(IEnumerable<T> discovered)
        where T : class
    {
        var there = typeof(T).Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsClass: true } && type.IsAssignableTo(typeof(T))).Select(type => type.FullName!);

        Assert.Equal(there.Order(StringComparer.Ordinal), discovered.Select(one => one.GetType().FullName!).Order(StringComparer.Ordinal));
    }
}
