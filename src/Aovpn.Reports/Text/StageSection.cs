using Aovpn.Diagnosis.Model;

namespace Aovpn.Reports.Text;

/// <summary>One line a stage: symbol, name, what was seen, and in which evidence.</summary>
internal sealed class StageSection(TextPage page, MessageText messages)
{
    private const int NameColumns = 22;
    private const int EvidenceColumn = 34;

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
            Row($"{symbol} {stage.Stage.ToString().PadRight(NameColumns)}", style, summary, [.. Names(stage)]);
        }
    }

    /// <summary>Evidence stands behind the summary where there is room, all names, else the first, else none.</summary>
    private void Row(string label, TextStyle style, string summary, IReadOnlyList<string> names)
    {
        var gap = Math.Max(2, EvidenceColumn - DisplayWidth.Of(summary));
        var room = page.Width - DisplayWidth.Of(label) - DisplayWidth.Of(summary) - gap;
        var evidence = names.FirstOrDefault(name => DisplayWidth.Of(name) <= room) ?? "";
        page.Hanging(label, evidence.Length > 0 ? summary + new string(' ', gap) + evidence : summary, style);
    }

    /// <summary>The same evidence, from the fullest form to the shortest.</summary>
    private IEnumerable<string> Names(StageResult stage)
    {
        var names = stage.Evidence.Select(citation => messages.Artifact(citation.Artifact)).Distinct(StringComparer.Ordinal).ToArray();
        if (names.Length == 0)
            yield break;
        if (names.Length == 2)
            yield return string.Join(", ", names);
        yield return names.Length == 1 ? names[0] : $"{names[0]} and {names.Length - 1} more";
        yield return Path.GetFileName(names[0]);
    }

    public static string Summary(StageResult stage, Diagnosis.Model.Diagnosis diagnosis)
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
