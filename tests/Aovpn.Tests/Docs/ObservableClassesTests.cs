using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Aovpn.Tests.Docs;

/// <summary>docs/observable.md has the classes of the lab's faults, all of them and no other.</summary>
public sealed class ObservableClassesTests
{
    private const int FirstClass = 4;

    [Fact]
    public void Every_class_of_the_lab_is_written_down()
    {
        var lab = File.ReadLines(At("tests", "lab", "CAUSES.tsv")).Skip(1).Where(line => line.Length > 0).SelectMany(line => line.Split('\t')[FirstClass..]).Where(name => name != "none").ToHashSet(StringComparer.Ordinal);
        var written = File.ReadLines(At("docs", "observable.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal)).SelectMany(line => Named(line.Split('|')[1])).ToArray();

        Assert.Equal(lab.Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Named(string cell) => Regex.Matches(cell, "`(?<name>[a-z0-9-]+)`", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Groups["name"].Value);

    private static string At(params string[] path) => Path.Combine([Here(), "..", "..", "..", .. path]);

    private static string Here([CallerFilePath] string source = "") => Path.GetDirectoryName(source)!;
}
