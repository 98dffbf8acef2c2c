using System.Xml.Linq;

namespace Aovpn.Promises;

/// <summary>The results (TRX) of the test projects that ran before this one.</summary>
public static class TestResults
{
    private const string ScenarioPrefix = "scenario:";

    private static readonly Lazy<ILookup<string, string>> Outcomes = new(Load);

    /// <param name="test"><c>Aovpn.Tests.Rules.RulePageTests.Ids_are_unique</c>, of a theory every case; or <c>scenario:folder</c>.</param>
    public static IReadOnlyList<string> OutcomesOf(string test)
    {
        if (!test.StartsWith(ScenarioPrefix, StringComparison.Ordinal))
            return [.. Outcomes.Value[test]];
        var argument = $"\"{test[ScenarioPrefix.Length..]}\"";
        return [.. Outcomes.Value.Where(result => result.Key.StartsWith("scenario ", StringComparison.Ordinal) && result.Key.EndsWith(argument, StringComparison.Ordinal)).SelectMany(result => result)];
    }

    private static ILookup<string, string> Load()
    {
        var folder = Environment.GetEnvironmentVariable("AOVPN_TEST_RESULTS");
        Assert.True(Directory.Exists(folder), "no results to look at: run the tests with: dotnet run dev.cs -- test");

        return Directory.EnumerateFiles(folder, "*.trx")
            .SelectMany(file => XDocument.Load(file).Descendants().Where(element => element.Name.LocalName == "UnitTestResult"))
            .Select(result => (Name: result.Attribute("testName")!.Value, Outcome: result.Attribute("outcome")!.Value))
            .SelectMany(result => Keys(result.Name).Select(key => (key, result.Outcome)))
            .ToLookup(one => one.key, one => one.Outcome, StringComparer.Ordinal);
    }

    /// <summary>A theory's case is found under the name of its method and, in the scenarios, under its folder.</summary>
    private static IEnumerable<string> Keys(string name)
    {
        var argument = name.IndexOf('(', StringComparison.Ordinal);
        yield return argument < 0 ? name : name[..argument];
        if (argument > 0 && name.StartsWith("Aovpn.Scenarios.", StringComparison.Ordinal))
            yield return $"scenario {name[(argument + 1)..].TrimEnd(')')}";
    }
}
