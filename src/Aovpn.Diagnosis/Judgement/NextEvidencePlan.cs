using System.Collections.Immutable;
using Aovpn.Diagnosis.Catalogue;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Judgement;

/// <summary>Which evidence to collect next: what decides the undecided causes that stand highest.</summary>
public static class NextEvidencePlan
{
    private const int Most = 3;

    public static ImmutableArray<NextEvidence> For(ImmutableArray<Finding> findings, ImmutableArray<Symptom> symptoms)
    {
        var explained = findings.Where(finding => finding.Verdict is VerdictKind.Found).SelectMany(finding => finding.Explains).ToHashSet();
        var open = findings.Where(finding => finding.Verdict is VerdictKind.Undecided && (finding.Explains.IsEmpty || finding.Explains.Any(symptom => !explained.Contains(symptom))));

        return
        [
            .. open.SelectMany(finding => finding.Needs.Select(need => (need, finding)))
                .GroupBy(one => one.need)
                .Take(Most)
                .Select(group => Ask(group.Key, [.. group.Select(one => one.finding.Page.Id).Distinct(StringComparer.Ordinal)])),
        ];
    }

    private static NextEvidence Ask(Need need, ImmutableArray<string> decides)
    {
        var row = NeedCatalogue.Find(need.Kind);
        return new(row.Text, need.From, $"decides {(decides.Length == 1 ? "" : "between ")}{string.Join(", ", decides)}", decides, row.Command);
    }
}
