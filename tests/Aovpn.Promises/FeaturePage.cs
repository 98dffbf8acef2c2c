using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Aovpn.Promises;

/// <summary>The table of docs/features.md: <c>| S1 | what | `Some.Test`, `scenario:name` | issue 4 |</c>.</summary>
public sealed partial record FeaturePage(ImmutableArray<FeatureRow> Rows)
{
    /// <summary>Every test that a row names, once.</summary>
    public IEnumerable<string> Tests => Rows.SelectMany(row => row.Tests).Distinct(StringComparer.Ordinal);

    public static FeaturePage Load([CallerFilePath] string source = "")
    {
        var page = Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "docs", "features.md");
        return new([.. File.ReadLines(page).Select(Row).OfType<FeatureRow>()]);
    }

    private static FeatureRow? Row(string line)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        if (cells.Length != 6 || !FeatureId().IsMatch(cells[1]))
            return null;
        var issue = Issue().Match(cells[4]);
        return new(cells[1], [.. Code().Matches(cells[3]).Select(match => match.Groups["name"].Value)], issue.Success ? issue.Value : null);
    }

    [GeneratedRegex("^[SB][0-9]+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FeatureId();

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex("issue [0-9]+|no issue yet", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Issue();
}
