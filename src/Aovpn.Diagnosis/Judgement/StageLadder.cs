using System.Collections.Immutable;
using Aovpn.Diagnosis.Catalogue;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Judgement;

/// <summary>
/// How far the connection came, stage by stage: it failed at the earliest stage where a cause was found, else where the observed code is
/// raised; before it, a stage has passed where something shows so; after it, none was reached.
/// </summary>
public static class StageLadder
{
    private const int CitationsKept = 3;

    public static ImmutableArray<StageResult> Climb(CaseFile file, ImmutableArray<Finding> findings, ImmutableArray<Symptom> symptoms)
    {
        ImmutableArray<Finding> found = [.. findings.Where(IsFailure)];
        ImmutableArray<(Symptom Symptom, Stage Stage)> complaints = [.. symptoms.Select(symptom => (symptom, StageOf(symptom))).Where(one => one.Item2 is not null).Select(one => (one.symptom, one.Item2!.Value))];
        var failed = found.Select(finding => (Stage?)finding.Page.Stage).Min() ?? complaints.Select(one => (Stage?)one.Stage).Min();
        ImmutableArray<StageSign> signs = [.. StageSigns.In(file)];

        return [.. Enumerable.Range((int)Stage.Profile, (int)Stage.Connectivity + 1).Select(stage => Result((Stage)stage, failed, found, complaints, signs))];
    }

    /// <summary>A warning that explains nothing observed stops no connection.</summary>
    private static bool IsFailure(Finding finding) => finding.Verdict is VerdictKind.Found && finding.Page.Stage is not Stage.EvidenceHealth
        && (finding.Page.Severity is Severity.Error || !finding.Explains.IsEmpty);

    private static StageResult Result(
        Stage stage, Stage? failed, ImmutableArray<Finding> found, ImmutableArray<(Symptom Symptom, Stage Stage)> complaints, ImmutableArray<StageSign> signs)
    {
        if (stage > failed)
            return new(stage, StageState.NotReached, Message.Of($"not reached"), []);

        if (stage == failed)
        {
            var causes = found.Where(finding => finding.Page.Stage == stage).ToArray();
            if (causes.Length > 0)
                return new(stage, StageState.Failed, Message.Of($"{causes.Length} {Hole.Plain(causes.Length == 1 ? "cause" : "causes")} found"), Cited(causes.SelectMany(cause => cause.Evidence)));
            var here = complaints.Where(one => one.Stage == stage).Select(one => one.Symptom).ToArray();
            return new(stage, StageState.Failed, Message.Of($"{Hole.Plain(here[0].Key.ToString())}; no cause is proved yet"), Cited(here.SelectMany(symptom => symptom.Evidence)));
        }

        var passed = signs.Where(sign => sign.From <= stage && stage <= sign.Through).ToArray();
        return passed.Length == 0
            ? new(stage, StageState.Unknown, Message.Of($"nothing in the evidence shows it"), [])
            : new(stage, StageState.Passed, passed[0].Summary, Cited(passed.Select(sign => sign.Source)));
    }

    private static ImmutableArray<Citation> Cited(IEnumerable<Citation> citations) => [.. citations.Distinct().Take(CitationsKept)];

    /// <summary>Where the complaint shows the connection stopped; null for one that tells nothing of it.</summary>
    private static Stage? StageOf(Symptom symptom) => symptom.Id switch
    {
        SymptomId.Code when symptom.Code is { Family: CodeFamily.Windows or CodeFamily.NpsReason } code => StageSigns.Of(code),
        SymptomId.Code or SymptomId.ConnectionFails or SymptomId.ConnectsWithoutPermission or SymptomId.CannotDeleteCertificate or SymptomId.WorksAsDesigned => null,
        _ => SymptomCatalogue.StageOf(symptom.Id),
    };
}
