using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Pages;
using Aovpn.Diagnosis.Rules;

namespace Aovpn.Diagnosis.Judgement;

/// <summary>Observations in, one immutable diagnosis out. Answers for what rules must not: missing evidence, merging, order, a rule that throws.</summary>
public sealed class Engine(RuleBook book)
{
    /// <param name="artifacts">What became of each artifact; passed through to the report.</param>
    /// <param name="request">Scope and times that the front door was given.</param>
    public Model.Diagnosis Diagnose(ImmutableArray<Observation> observations, ImmutableArray<ArtifactSummary> artifacts, DiagnosisRequest request)
    {
        var inScope = request.Scope.Narrow(observations);
        var file = new CaseFile(inScope, AsOf.Of(inScope, request));
        var symptoms = Symptoms.In(file);
        var report = new Report(file);
        ImmutableArray<Symptom> complaints = [.. symptoms.Where(symptom => book.Pages.Any(page => page.CanExplain(symptom)))];
        var judged = book.Entries.Select(entry => FindingOn(entry, file, report, complaints)).OfType<Finding>();
        var findings = FindingOrder.Sort(judged.Where(finding => IsListed(finding, report, complaints)), book.ClueWeights);

        return new(
            file.AsOf, symptoms, StageLadder.Climb(file, findings, symptoms), findings, NextEvidencePlan.For(findings, symptoms, report), artifacts,
            file.Attempts, [.. request.Scope.Notes(observations, inScope), .. file.Clocks.Notes, .. GatewayGrade.Notes(inScope), .. GatewayAddresses.Notes(inScope), .. GatewayTraits.Notes(inScope), .. RevocationNotes.Notes(inScope)])
        {
            Clocks = file.Clocks,
        };
    }

    /// <summary>Verdicts of one rule, with a throwing rule turned into a verdict of its own.</summary>
    public static ImmutableArray<Verdict> Run(IRule rule, CaseFile file)
    {
        try
        {
            return [.. rule.Judge(file)];
        }
#pragma warning disable CA1031 // The one place that catches everything: other rules go on, the exit status tells.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return [new(VerdictKind.Error, Message.Of($"{Hole.Plain(rule.GetType().Name)} failed: {Hole.Plain(error.GetType().Name)}. Please report it"), [])];
        }
    }

    private Finding? FindingOn(BookEntry entry, CaseFile file, Report report, ImmutableArray<Symptom> symptoms)
    {
        var verdicts = entry.Rule is null ? [] : Run(entry.Rule, file);
        if (verdicts.IsEmpty && symptoms.IsEmpty && report.IsSilent)
            return null;

        var page = entry.Page;
        var favour = report.IsSilent ? 0 : ReportedEvidence.Favour(page, report, book.ClueWeights);
        var isDescribed = IsSuspicion(favour) && HasTopic(page, report);
        ImmutableArray<Symptom> explains = [.. symptoms.Where(symptom => page.CanExplain(symptom) || (isDescribed && Kinship.IsExplained(symptom, page)))];
        var isSuspected = symptoms.IsEmpty && IsSuspected(page, favour, report);
        if (verdicts.IsEmpty && explains.IsEmpty && page.ProvedBy.IsEmpty && !isSuspected)
            return null;
        verdicts = ReportedEvidence.Weigh(page, verdicts, report);

        if (verdicts.IsEmpty && (!explains.IsEmpty || isSuspected) && MissingEvidence.Verdict(page, entry.Rule, file) is { } undecided)
            verdicts = [undecided];
        return verdicts.IsEmpty ? null : FindingMerge.Of(page, verdicts, explains) with { Favour = favour };
    }

    /// <summary>
    /// An undecided cause is listed only where it would explain something that was observed. That it does not connect could be any
    /// cause: there the report must speak for it, or it is very common. Where nobody complains of anything and there is only a report, those
    /// are listed that it describes (decision 0008).
    /// </summary>
    private bool IsListed(Finding finding, Report report, ImmutableArray<Symptom> symptoms)
    {
        if (finding.Verdict is not VerdictKind.Undecided)
            return true;
        if (symptoms.IsEmpty)
            return IsSuspected(finding.Page, finding.Favour, report);
        return finding.Explains.Any(symptom => symptom.Id is not SymptomId.ConnectionFails || finding.Favour > 0 || finding.Page is { Commonness: Commonness.VeryCommon, PreventsConnection: true });
    }

    /// <summary>A report that names no complaint describes this cause. What works where compares, but describes nothing by itself.</summary>
    private bool IsSuspected(RulePage page, int favour, Report report) =>
        report.IsAll && IsSuspicion(favour) && HasTopic(page, report);

    private bool IsSuspicion(int favour) => favour > 0 && favour >= book.ClueWeights.Suspicion;

    private static bool HasTopic(RulePage page, Report report) =>
        page.FavouredBy.Any(clue => clue.Kind is ClueKind.Topic or ClueKind.NoTopic or ClueKind.Since && report.Of(clue) is not null);
}
