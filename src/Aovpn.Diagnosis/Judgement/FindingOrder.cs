using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Judgement;

/// <summary>
/// The contract's order: found, undecided, ruled out, error; then those that explain an observed symptom; then what was reported and
/// what explaining the symptoms is worth: a reason that NPS gives for two causes tells more than a code of the client that thirty have; then the earlier stage; then how common the cause is in the field. The id settles what is left, so that runs agree.
/// </summary>
public static class FindingOrder
{
    public static ImmutableArray<Finding> Sort(IEnumerable<Finding> findings, ClueWeights weights) =>
    [
        .. findings
            .OrderBy(finding => finding.Verdict)
            .ThenBy(finding => finding.Explains.IsEmpty)
            .ThenByDescending(finding => finding.Favour + finding.Explains.Sum(weights.Of))
            .ThenBy(finding => finding.Page.Stage)
            .ThenBy(finding => finding.Page.Commonness)
            .ThenBy(finding => finding.Page.Id, StringComparer.Ordinal),
    ];
}
