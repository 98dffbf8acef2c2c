using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Aovpn.Tests.Support;

namespace Aovpn.Scenarios;

/// <summary>
/// Real failures with a known answer, from the project's shared material: only the evidence of each is given, copied to a place whose name
/// tells nothing. A case counts when an accepted cause, or a member of an accepted family, comes first or among the first three.
/// </summary>
public sealed class SharedCasesTests(ITestOutputHelper output)
{
    /// <summary>Names a file of paraphrases; without it only the notes as they are count.</summary>
    private const string Paraphrases = "AOVPN_PARAPHRASES";

    [Fact]
    public void Real_cases_are_diagnosed()
    {
        var cases = SharedCase.All(SharedFiles.Require("cases"));
        Assert.SkipWhen(cases.Length == 0, "the shared material holds no cases");

        var table = new StringBuilder();
        var (first, firstOf, three) = (0, 0, 0);
        foreach (var one in cases)
        {
            var rank = one.RankOfAcceptedCause();
            first += one.IsDecidable && rank == 1 ? 1 : 0;
            firstOf += one.IsDecidable ? 1 : 0;
            three += rank is >= 1 and <= 3 ? 1 : 0;
            table.AppendLine(CultureInfo.InvariantCulture, $"{one.Id,-20} {(one.IsDecidable ? "top1" : "top3")} {(rank == 0 ? "-" : rank.ToString(CultureInfo.InvariantCulture)),3}");
        }

        if (Environment.GetEnvironmentVariable(Paraphrases) is { Length: > 0 } file)
            table.Append(Paraphrased(cases, file));
        output.WriteLine($"{table}first {first} of {firstOf}, in three {three} of {cases.Length}");
        Assert.True(first >= 17, $"{first} of {firstOf} decidable cases come first\n{table}");
        Assert.True(three >= 27, $"{three} of {cases.Length} cases come in the first three\n{table}");
    }

    /// <summary>A row for each case: the rank with its note, and with each paraphrase. A case is lost when it counts with its note and not with all of them.</summary>
    /// <param name="file">Lines of a case's id, a tab, and a paraphrase of its note in which <c>\n</c> begins a line.</param>
    private static string Paraphrased(ImmutableArray<SharedCase> cases, string file)
    {
        var table = new StringBuilder("paraphrases\n");
        var (lost, lostOnce, all) = (0, 0, 0);
        var paraphrases = File.ReadLines(file).Select(line => line.Split('\t')).ToLookup(cells => cells[0], cells => cells[1].Replace("\\n", "\n", StringComparison.Ordinal));
        foreach (var one in cases.Where(one => paraphrases.Contains(one.Id)))
        {
            var own = one.RankOfAcceptedCause();
            var ranks = paraphrases[one.Id].Select(note => one.RankOfAcceptedCause(note)).ToArray();
            var losses = one.IsWon(own) ? ranks.Count(rank => !one.IsWon(rank)) : 0;
            (lost, lostOnce, all) = (lost + (losses * 2 > ranks.Length ? 1 : 0), lostOnce + (losses > 0 ? 1 : 0), all + losses);
            table.AppendLine(CultureInfo.InvariantCulture, $"{one.Id,-20} {(one.IsDecidable ? "top1" : "top3")} {own,3} | {string.Join(' ', ranks.Select(rank => $"{rank,3}"))} {(losses > 0 ? "loses" : "")}");
        }

        return table.AppendLine(CultureInfo.InvariantCulture, $"lost by most of the paraphrases {lost}, by any {lostOnce}; paraphrases that lose {all}").ToString();
    }
}
