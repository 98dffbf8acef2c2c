using System.Globalization;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Model;
using Aovpn.Reports.Text;

namespace Aovpn.Reports.Html;

/// <summary>The diagnosis as one file to attach to a ticket: nothing to fetch, whole without script, light, dark and on paper.</summary>
public sealed class HtmlReport : IReport
{
    public string Format => "html";

    public void Write(Diagnosis.Model.Diagnosis diagnosis, Excerpts excerpts, ReportOptions options, TextWriter output) =>
        HtmlPage.Write(output, Title(diagnosis), html =>
        {
            Head(html, diagnosis, options);
            if (diagnosis.Stages.Any(stage => stage.State is not StageState.Unknown))
                new LadderSection(html, options.Messages).Write(diagnosis);
            var findings = diagnosis.Findings.Where(finding => finding.Verdict is VerdictKind.Found or VerdictKind.Error).ToArray();
            if (findings.Length > 0)
                html.Element("h2", findings.Length == 1 ? "The cause" : "Causes");
            var article = new FindingArticle(html, options.Messages, excerpts);
            foreach (var finding in findings)
                article.Write(finding);
            new NextList(html).Write(diagnosis);
            new TimelineSection(html, options.Messages).Write(diagnosis);
            new DifferentialTables(html, options.Messages, excerpts).Write(diagnosis);
            new EvidenceTable(html, options.Messages).Write(diagnosis);
            Foot(html, diagnosis, options);
        });

    /// <summary>What stands first, for the tab and the file's preview; no value of the evidence.</summary>
    private static string Title(Diagnosis.Model.Diagnosis diagnosis) =>
        diagnosis.Findings.FirstOrDefault(finding => finding.Verdict is VerdictKind.Found) is { } first
            ? $"{first.Page.Id} {first.Page.Title} - Always On VPN diagnosis"
            : "Always On VPN diagnosis";

    private static void Head(HtmlWriter html, Diagnosis.Model.Diagnosis diagnosis, ReportOptions options)
    {
        using (html.Element("header"))
        {
            html.Element("h1", "Always On VPN diagnosis");
            html.Element("p", string.Create(CultureInfo.InvariantCulture, $"Judged as of {diagnosis.AsOf.UtcDateTime:yyyy-MM-dd HH:mm} UTC"), ("class", "faint"));
            var causes = diagnosis.Findings.Count(finding => finding.Verdict is VerdictKind.Found);
            var sentence = causes switch
            {
                0 => OutcomeSection.Sentence(diagnosis, "listed at the end")!,
                1 => "One cause is proved.",
                _ => string.Create(CultureInfo.InvariantCulture, $"{causes} causes are proved; what comes first in a connection stands first."),
            };
            html.Element("p", sentence, ("class", causes > 0 ? "outcome bad" : "outcome"));
            if (diagnosis.Symptoms.IsEmpty)
                return;
            using (html.Element("ul", ("class", "symptoms"), ("aria-label", "Symptoms")))
            {
                foreach (var symptom in diagnosis.Symptoms)
                    Symptom(html, symptom, options.Messages);
            }
        }
    }

    private static void Symptom(HtmlWriter html, Symptom symptom, MessageText messages)
    {
        using (html.Element("li"))
        {
            html.Element("strong", symptom.Code?.ToString() ?? SymptomPhrases.Of(symptom.Id));
            if (symptom.Code is { } code && Symbols.Sentence(code) is { } sentence)
                html.Text($" {sentence}");
            if (symptom.Evidence.IsEmpty)
                return;
            html.Text(" ");
            var more = symptom.Evidence.Length > 1 ? string.Create(CultureInfo.InvariantCulture, $" and {symptom.Evidence.Length - 1} more") : "";
            html.Element("span", PlaceText.Of(symptom.Evidence[0], messages) + more, ("class", "faint"));
        }
    }

    private static void Foot(HtmlWriter html, Diagnosis.Model.Diagnosis diagnosis, ReportOptions options)
    {
        using (html.Element("footer"))
        {
            foreach (var note in diagnosis.Notes)
                html.Element("p", $"Note: {options.Messages.Of(note)}");
            html.Element("p", $"Written by aovpn {typeof(HtmlReport).Assembly.GetName().Version?.ToString(3)}. This file is whole: it fetches nothing and sends nothing.");
        }
    }
}
