namespace Aovpn.Promises;

/// <summary>
/// docs/features.md names for each feature the tests that prove it, or the issue that will. This project runs after all others and
/// looks up in their results that each named test ran and passed.
/// </summary>
public sealed class FeaturesTests
{
    private static readonly string[] Features =
        [.. Enumerable.Range(1, 13).Select(number => $"S{number}"), .. Enumerable.Range(1, 11).Select(number => $"B{number}")];

    private static readonly FeaturePage Page = FeaturePage.Load();

    public static TheoryData<string> NamedTests => [.. Page.Tests];

    /// <summary>What the product promises comes first; rows of our own may follow.</summary>
    [Fact]
    public void Each_feature_of_the_product_has_its_row() => Assert.Equal(Features, Page.Rows.Take(Features.Length).Select(row => row.Feature));

    [Fact]
    public void Each_row_names_a_test_or_the_issue_that_will() =>
        Assert.DoesNotContain(Page.Rows, row => row.Tests.IsEmpty && row.Issue is null);

    [Theory]
    [MemberData(nameof(NamedTests))]
    public void The_named_test_ran_and_passed(string test)
    {
        var outcomes = TestResults.OutcomesOf(test);
        Assert.True(outcomes.Count > 0, $"no test named {test} ran; run the tests with: dotnet run dev.cs -- test");
        Assert.All(outcomes, outcome => Assert.Equal("Passed", outcome));
    }
}
