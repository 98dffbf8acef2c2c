using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Aovpn.Scenarios;

/// <summary>
/// A folder: scenario.md (front matter and a paragraph that tells the story), evidence/ (what a user would hand in), expected.txt (the
/// report in text). Front matter: title, exit, first (<c>AOV402 found</c> or <c>none</c>), found (a list), and optionally arguments.
/// </summary>
public sealed record Scenario(string Name, string Folder, ImmutableDictionary<string, string> Front)
{
    private static readonly Lazy<ImmutableArray<Scenario>> Folders = new(() => Load());

    public static ImmutableArray<Scenario> All => Folders.Value;

    public int Exit => int.Parse(Front["exit"]);

    public string First => Front["first"];

    public string[] Found => Front["found"].Trim('[', ']').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static Scenario Named(string name) => All.Single(scenario => scenario.Name == name);

    /// <param name="evidence">A folder in place of the scenario's own.</param>
    public Answer Diagnose(string format, string? evidence = null)
    {
        var extra = Front.TryGetValue("arguments", out var arguments) ? arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
        return TheProgram.Diagnose(evidence ?? Path.Combine(Folder, "evidence"), format, extra);
    }

    /// <summary>Compares with expected.txt; UPDATE_SNAPSHOTS=1 accepts what the program says now.</summary>
    public void MatchReport(string report)
    {
        var expected = Path.Combine(Folder, "expected.txt");
        var shown = report.Replace(Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(expected, shown);
        Assert.True(File.Exists(expected), "no expected.txt; run: dotnet run dev.cs -- snapshots, and review it");
        Assert.Equal(File.ReadAllText(expected), shown, ignoreLineEndingDifferences: true);
    }

    private static ImmutableArray<Scenario> Load([CallerFilePath] string source = "") =>
    [
        .. Directory.EnumerateFiles(Path.GetDirectoryName(source)!, "scenario.md", SearchOption.AllDirectories)
            .Select(file => Path.GetDirectoryName(file)!)
            .Order(StringComparer.Ordinal)
            .Select(folder => new Scenario(Path.GetFileName(folder), folder, FrontOf(Path.Combine(folder, "scenario.md")))),
    ];

    private static ImmutableDictionary<string, string> FrontOf(string file) => File.ReadLines(file)
        .Skip(1)
        .TakeWhile(line => line != "---")
        .Select(line => line.Split(": ", 2))
        .ToImmutableDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
