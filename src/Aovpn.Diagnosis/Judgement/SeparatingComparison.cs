using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Diagnosis.Pages;

namespace Aovpn.Diagnosis.Judgement;

/// <summary>The comparison ("does it work from another network?") whose answer parts the causes that are left best: some expect yes, the others do not.</summary>
internal static class SeparatingComparison
{
    /// <summary>Causes further down are not what a question is asked for.</summary>
    private const int Considered = 6;

    /// <returns>Null where nothing that is left would be parted, or everything that parts was answered.</returns>
    public static (ContrastDimension Dimension, ImmutableArray<string> Decides)? Of(IEnumerable<Finding> open, Report report)
    {
        var left = open.Take(Considered).Select(finding => finding.Page).ToArray();
        var best = Enum.GetValues<ContrastDimension>().Where(dimension => !IsAnswered(dimension, report))
            .Select(dimension => (dimension, expects: left.Select(page => Expects(page, dimension)).ToArray()))
            .Select(one => (one.dimension, one.expects, parts: Parted(one.expects)))
            .Where(one => one.parts > 0)
            .OrderByDescending(one => one.parts).ThenBy(one => one.dimension)
            .Select(one => ((ContrastDimension, ImmutableArray<string>)?)(one.dimension, [.. left.Where((_, at) => one.expects[at] != Expectation.None).Select(page => page.Id)]))
            .FirstOrDefault();
        return best;
    }

    public static bool IsAnswered(ContrastDimension dimension, Report report) =>
        report.Of(Differs(dimension)) is not null || report.Of(Differs(dimension) with { Kind = ClueKind.SameFor }) is not null;

    /// <summary>Pairs of causes that expect different answers. Those that stand first count most: they are the ones between which nobody can choose.</summary>
    private static int Parted(Expectation[] expects)
    {
        var parted = 0;
        for (var one = 0; one < expects.Length; one++)
        {
            for (var other = one + 1; other < expects.Length; other++)
                parted += expects[one] != expects[other] ? (expects.Length - one) * (expects[one] != Expectation.None && expects[other] != Expectation.None ? 2 : 1) : 0;
        }

        return parted;
    }

    private static Expectation Expects(RulePage page, ContrastDimension dimension)
    {
        var differs = Differs(dimension);
        var same = differs with { Kind = ClueKind.SameFor };
        return page.FavouredBy.Contains(differs) || page.ContradictedBy.Contains(same) ? Expectation.Differs
            : page.FavouredBy.Contains(same) || page.ContradictedBy.Contains(differs) ? Expectation.Same
            : Expectation.None;
    }

    private static Clue Differs(ContrastDimension dimension) => new(ClueKind.DiffersBy, KebabCase.Of(dimension.ToString()));

    private enum Expectation
    {
        None,
        Differs,
        Same,
    }
}
