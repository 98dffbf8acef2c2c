using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Rules;

/// <summary>How far the connection came, stage by stage.</summary>
public static class StageLadder
{
    public static ImmutableArray<StageResult> Climb(CaseFile file, ImmutableArray<Finding> findings)
    {
        var failed = findings.Where(finding => finding.Verdict is VerdictKind.Found && finding.Page.Severity is Severity.Error)
            .Select(finding => (Stage?)finding.Page.Stage).Min();

        return
        [
            .. Enum.GetValues<Stage>().Where(stage => stage is not Stage.EvidenceHealth).Select(stage => new StageResult(
                stage,
                stage == failed ? StageState.Failed : stage > failed ? StageState.NotReached : StageState.Unknown,
                Message.Of($""),
                [])),
        ];
    }
}
