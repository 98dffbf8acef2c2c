using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Pages;

namespace Aovpn.Diagnosis.Judgement;

/// <summary>
/// What people say orders causes and rules them out. Alone it proves only what just a person can know: pages say so with
/// <c>proved-by</c> or <c>report-proves</c>.
/// </summary>
internal static class ReportedEvidence
{
    /// <summary>A comparison that a page does not expect makes it less likely, by less than one that it expects makes it likely: few causes exclude it.</summary>
    private const int Doubt = 2;

    public static ImmutableArray<Verdict> Weigh(RulePage page, ImmutableArray<Verdict> verdicts, Report report)
    {
        verdicts = [.. verdicts.Select(verdict => IsHearsay(page, verdict) ? verdict with { Kind = VerdictKind.Undecided } : verdict)];

        if (!page.ProvedBy.IsEmpty && page.ProvedBy.Select(clue => report.Of(clue)).ToArray() is var proof && proof.All(seen => seen is not null))
        {
            return [.. verdicts.Where(verdict => verdict.Kind is not VerdictKind.Undecided), new(VerdictKind.Found, Message.Of($"reported: {Hole.Plain(page.Title)}"),
                [.. proof.Select(seen => seen!.Source)])];
        }

        if (verdicts.Any(verdict => verdict.Kind is VerdictKind.Found))
            return verdicts;
        foreach (var clue in page.ContradictedBy)
        {
            if (report.Of(clue) is { } seen)
            {
                return [Verdict.RuledOut($"reported: {Hole.Plain(page.Contradiction ?? clue.ToString())}", seen.Source)];
            }
        }

        return verdicts;
    }

    /// <summary>
    /// Worth of the clues for a cause. That something changed and that it is named are one thing and count once. A clue whose opposite was
    /// reported speaks against it: of a cause that hits everyone, that a colleague connects.
    /// </summary>
    public static int Favour(RulePage page, Report report, ClueWeights weights) =>
        page.FavouredBy.Where(clue => report.Of(clue) is not null).GroupBy(clue => clue.Value).Sum(group => group.Max(weights.Of))
        - page.FavouredBy.Where(clue => report.Of(clue) is null && clue.Opposite is { } opposite && report.Of(opposite) is not null && !page.FavouredBy.Contains(opposite))
            .GroupBy(clue => clue.Value).Sum(group => group.Max(weights.Of)) / Doubt;

    private static bool IsHearsay(RulePage page, Verdict verdict) =>
        verdict.Kind is VerdictKind.Found && !page.ReportProves && !verdict.Evidence.IsEmpty
        && verdict.Evidence.All(citation => citation.Provenance is Provenance.Reported);
}
