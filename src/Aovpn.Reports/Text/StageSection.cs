using Aovpn.Diagnosis.Model;

namespace Aovpn.Reports.Text;

/// <summary>One line a stage: symbol, name, what was seen, and in which evidence.</summary>
internal sealed class StageSection(TextPage page, MessageText messages)
{
    private const int NameColumns = 22;

    public void Write(Diagnosis.Model.Diagnosis diagnosis)
    {
        foreach (var stage in diagnosis.Stages)
        {
            var (symbol, style) = stage.State switch
            {
                StageState.Passed => ("✓", TextStyle.Good),
                StageState.Failed => ("✗", TextStyle.Bad),
                StageState.Unknown => ("?", TextStyle.Doubt),
                _ => ("·", TextStyle.Faint),
            };
            var summary = messages.Of(stage.Summary);
            if (summary.Length == 0)
                summary = Summary(stage, diagnosis);
            Row($"{symbol} {stage.Stage.ToString().PadRight(NameColumns)}", style, summary, Names(stage));
        }
    }

    /// <summary>Evidence stands at the right edge where there is room, else it is left to the findings.</summary>
    private void Row(string label, TextStyle style, string summary, string evidence)
    {
        var room = page.Width - DisplayWidth.Of(label);
        var gap = room - DisplayWidth.Of(summary) - DisplayWidth.Of(evidence);
        page.Hanging(label, evidence.Length > 0 && gap >= 2 ? summary + new string(' ', Math.Min(gap, Math.Max(2, 46 - DisplayWidth.Of(summary)))) + evidence : summary, style);
    }

    private string Names(StageResult stage)
    {
        var names = stage.Evidence.Select(citation => messages.Artifact(citation.Artifact)).Distinct(StringComparer.Ordinal).ToArray();
        return names.Length <= 2 ? string.Join(", ", names) : $"{names[0]} and {names.Length - 1} more";
    }

    private static string Summary(StageResult stage, Diagnosis.Model.Diagnosis diagnosis)
    {
        var found = diagnosis.Findings.Count(finding => finding.Verdict is VerdictKind.Found && finding.Page.Stage == stage.Stage);
        return stage.State switch
        {
            _ when found > 0 => found == 1 ? "1 cause found" : $"{found} causes found",
            StageState.Passed => "passed",
            StageState.Failed => "failed",
            StageState.Unknown => "the evidence does not say",
            _ => "not reached",
        };
    }
}
