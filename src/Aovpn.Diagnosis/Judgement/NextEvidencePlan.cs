using System.Collections.Immutable;
using Aovpn.Diagnosis.Catalogue;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Judgement;

/// <summary>Which evidence to collect next: what decides the undecided causes that stand highest, and the comparison that parts them.</summary>
internal static class NextEvidencePlan
{
    private const int Most = 3;
    private const string Compare = "compare-";

    public static ImmutableArray<NextEvidence> For(ImmutableArray<Finding> findings, ImmutableArray<Symptom> symptoms, Report report)
    {
        var explained = findings.Where(finding => finding.Verdict is VerdictKind.Found).SelectMany(finding => finding.Explains).ToHashSet();
        Finding[] open = [.. findings.Where(finding => finding.Verdict is VerdictKind.Undecided && (finding.Explains.IsEmpty || finding.Explains.Any(symptom => !explained.Contains(symptom))))];

        // What was found may still be one of several cases.
        Finding[] asking = [.. findings.Where(finding => finding.Verdict is VerdictKind.Found && !finding.Needs.IsEmpty), .. open];
        ImmutableArray<NextEvidence> needed =
        [
            .. asking.SelectMany(finding => finding.Needs.Select(need => (need, finding)))
                .Where(one => Comparison(one.need) is not { } dimension || !SeparatingComparison.IsAnswered(dimension, report))
                .GroupBy(one => one.need)
                .Take(Most)
                .Select(group => Ask(group.Key, [.. group.Select(one => one.finding.Page.Id).Distinct(StringComparer.Ordinal)], group.All(one => one.finding.Verdict is VerdictKind.Found))),
        ];
        if (symptoms.IsEmpty || SeparatingComparison.Of(open, report) is not { } comparison || needed.Any(next => next.Comparison == comparison.Dimension))
            return needed;
        return needed.Add(Ask(new(Compare + KebabCase.Of(comparison.Dimension.ToString()), HostRole.Client), comparison.Decides));
    }

    private static NextEvidence Ask(Need need, ImmutableArray<string> decides, bool isFound = false)
    {
        var row = NeedCatalogue.Find(need.Kind);
        var ids = string.Join(", ", decides);
        return new(row.Text, need.From, isFound ? $"says which case of {ids} it is" : $"decides {(decides.Length == 1 ? "" : "between ")}{ids}", decides, row.Command) { Question = row.Question, Comparison = Comparison(need) };
    }

    private static ContrastDimension? Comparison(Need need) =>
        need.Kind.StartsWith(Compare, StringComparison.Ordinal)
            && Enum.GetValues<ContrastDimension>().Cast<ContrastDimension?>().FirstOrDefault(one => KebabCase.Of(one.ToString()!) == need.Kind[Compare.Length..]) is { } dimension
            ? dimension : null;
}
