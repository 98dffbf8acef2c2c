using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Model;
using Aovpn.Reports.Text;

namespace Aovpn.Reports;

/// <summary>The diagnosis for people at a terminal: how far the connection came, what is proved, what is left, what to collect.</summary>
public sealed class TextReport : IReport
{
    public string Format => "text";

    public void Write(Diagnosis.Model.Diagnosis diagnosis, Excerpts excerpts, ReportOptions options, TextWriter output)
    {
        var page = new TextPage(output, options);
        if (options.IsQuiet)
        {
            foreach (var finding in diagnosis.Findings.Where(finding => finding.Verdict is VerdictKind.Found))
                page.Hanging($"{finding.Page.Id}  ", finding.Page.Title, TextStyle.Bad);
            return;
        }

        if (diagnosis.Stages.Any(stage => stage.State is not StageState.Unknown))
        {
            new StageSection(page, options.Messages).Write(diagnosis);
            page.Blank();
        }

        var findings = new FindingSection(page, options.Messages, excerpts);
        foreach (var finding in diagnosis.Findings.Where(finding => finding.Verdict is VerdictKind.Found or VerdictKind.Error))
            findings.Write(finding);

        new DifferentialSection(page, options).Write(diagnosis);
        new NextSection(page).Write(diagnosis);
        new OutcomeSection(page).Write(diagnosis);
        new EvidenceSection(page, options).Write(diagnosis);
        if (diagnosis.Notes.IsEmpty)
            return;
        page.Blank();
        foreach (var note in diagnosis.Notes)
            page.Hanging("Note  ", options.Messages.Of(note), TextStyle.Faint);
    }
}
