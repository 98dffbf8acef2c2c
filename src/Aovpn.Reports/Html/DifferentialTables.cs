using System.Collections.Immutable;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Model;
using Aovpn.Reports.Text;

namespace Aovpn.Reports.Html;

/// <summary>The causes that were not found: left open, with what would decide them, and ruled out, with what speaks against them.</summary>
internal sealed class DifferentialTables(HtmlWriter html, MessageText messages, Excerpts excerpts)
{
    private const int OpenShown = 12;
    private const int RuledOutWithEvidence = 40;

    public void Write(Diagnosis.Model.Diagnosis diagnosis)
    {
        ImmutableArray<Finding> open = [.. diagnosis.Findings.Where(finding => finding.Verdict is VerdictKind.Undecided)];
        if (!open.IsEmpty)
        {
            html.Element("h2", "Other causes that are possible");
            Table(open[..Math.Min(OpenShown, open.Length)]);
            if (open.Length > OpenShown)
                Folded($"{open.Length - OpenShown} more that are less likely", () => Table(open[OpenShown..]));
        }

        ImmutableArray<Finding> ruledOut = [.. diagnosis.Findings.Where(finding => finding.Verdict is VerdictKind.RuledOut)];
        if (ruledOut.IsEmpty)
            return;
        html.Element("h2", "Ruled out");
        Folded($"{Counted.Of(ruledOut.Length, "cause")}, with what speaks against {(ruledOut.Length == 1 ? "it" : "them")}", () => Table(ruledOut));
    }

    private void Folded(string summary, Action content)
    {
        using (html.Element("details"))
        {
            html.Element("summary", summary);
            content();
        }
    }

    private void Table(ImmutableArray<Finding> findings)
    {
        using (html.Element("table"))
        {
            using (html.Element("thead"))
            using (html.Element("tr"))
            {
                html.Element("th", "Cause", ("scope", "col"));
                html.Element("th", findings[0].Verdict is VerdictKind.RuledOut ? "What speaks against it" : "What is known, or would decide", ("scope", "col"));
                html.Element("th", "Explains", ("scope", "col"));
            }

            using (html.Element("tbody"))
            {
                for (var index = 0; index < findings.Length; index++)
                    Row(findings[index], index < RuledOutWithEvidence);
            }
        }
    }

    private void Row(Finding finding, bool withEvidence)
    {
        using (html.Element("tr"))
        {
            using (html.Element("th", ("scope", "row")))
            {
                html.Element("code", finding.Page.Id);
                html.Text($" {finding.Page.Title}");
            }

            using (html.Element("td"))
            {
                html.Text(FindingWords.Why(finding, messages));
                if (withEvidence && finding.Verdict is VerdictKind.RuledOut && finding.Evidence is [var first, ..])
                    html.Element("div", PlaceText.Of(first, messages) + (excerpts.Of(first) is [var line, ..] ? $": {messages.Excerpt(line)}" : ""), ("class", "place"));
            }

            html.Element("td", string.Join(", ", finding.Explains.Select(FindingWords.Name).Distinct(StringComparer.Ordinal)));
        }
    }
}
