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

        output.WriteLine($"{table}first {first} of {firstOf}, in three {three} of {cases.Length}");
        Assert.True(first >= 12, $"{first} of {firstOf} decidable cases come first\n{table}");
        Assert.True(three >= 20, $"{three} of {cases.Length} cases come in the first three\n{table}");
    }
}
