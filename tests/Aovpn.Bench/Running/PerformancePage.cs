using System.Runtime.CompilerServices;

namespace Aovpn.Bench.Running;

/// <summary>docs/performance.md: a section for each suite, of which a run replaces those that it measured.</summary>
internal static class PerformancePage
{
    private const string Head = """
        # Performance

        Written by `dotnet run dev.cs -- bench`. Ratios are of programs that ran in turn on one machine, in one run; times of different runs are
        not comparable. A program's time counts only when its answer is the truth that the input was made with. A ratio is the median over
        the rounds, with the least and the greatest of a round.

        """;

    public static void Write(IBenchSuite suite, string machine, IEnumerable<string> report)
    {
        var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "docs", "performance.md"));
        var sections = File.Exists(path) ? Sections(File.ReadAllText(path)) : [];
        sections[suite.Title] = $"{suite.About.ReplaceLineEndings("\n")}\n\n{machine}\n\n{string.Join('\n', report)}".TrimEnd() + "\n";
        File.WriteAllText(path, Head.ReplaceLineEndings("\n") + string.Concat(sections.Select(section => $"\n## {section.Key}\n\n{section.Value}")));
        Console.WriteLine("\nwritten: docs/performance.md");
    }

    private static SortedDictionary<string, string> Sections(string page)
    {
        var sections = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var section in page.ReplaceLineEndings("\n").Split("\n## ")[1..])
        {
            var end = section.IndexOf('\n', StringComparison.Ordinal);
            sections[section[..end]] = section[end..].Trim() + "\n";
        }

        return sections;
    }

    private static string Here([CallerFilePath] string file = "") => file;
}
