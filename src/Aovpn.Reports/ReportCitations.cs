using Aovpn.Diagnosis.Model;

namespace Aovpn.Reports;

/// <summary>The places of which a report shows the words; everything else stays unread.</summary>
public static class ReportCitations
{
    /// <summary>Places shown of one symptom or finding.</summary>
    public const int Shown = 20;

    public static IEnumerable<Citation> Of(Diagnosis.Model.Diagnosis diagnosis) =>
        diagnosis.Symptoms.SelectMany(symptom => symptom.Evidence.Take(Shown))
            .Concat(diagnosis.Stages.SelectMany(stage => stage.Evidence.Take(Shown)))
            .Concat(diagnosis.Findings.SelectMany(finding => finding.Evidence.Take(Shown)));
}
