using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Pages;
using Aovpn.Diagnosis.Rules;

namespace Aovpn.Diagnosis.Judgement;

/// <summary>The verdict on a cause that would explain what was observed while nothing was seen that decides it.</summary>
internal static class MissingEvidence
{
    /// <returns>Undecided, with what is still to be collected; null where the rule had all that it needs and is not concerned.</returns>
    public static Verdict? Verdict(RulePage page, IRule? rule, CaseFile file)
    {
        var needs = rule is null || rule.Needs.IsEmpty ? page.Needs : rule.Needs;
        ImmutableArray<Need> asked = [.. needs.Where(need => !EvidenceSeen.In(file, need))];
        if (rule is not null && asked.IsEmpty && !needs.IsEmpty)
            return null;
        return Model.Verdict.Undecided($"{Hole.Plain(page.ManualBecause ?? "nothing in the evidence decides it")}") with { Needs = asked };
    }
}
