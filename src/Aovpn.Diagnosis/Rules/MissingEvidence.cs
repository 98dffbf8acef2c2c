using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Rules;

/// <summary>The verdict on a cause that would explain what was observed while nothing was seen that decides it.</summary>
internal static class MissingEvidence
{
    public static Verdict Verdict(RulePage page, IRule? rule)
    {
        var needs = rule?.Needs ?? page.Needs;
        var asked = needs.IsEmpty ? page.Needs : needs;
        return Model.Verdict.Undecided($"{Hole.Plain(page.ManualBecause ?? "nothing in the evidence decides it")}") with { Needs = asked };
    }
}
