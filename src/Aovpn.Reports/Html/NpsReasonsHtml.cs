using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Diagnosis.NpsReporting;
using Aovpn.Reports.Text;

namespace Aovpn.Reports.Html;

/// <summary>Reasons of refusals: how they compare, and for each its causes with what mends them.</summary>
internal sealed class NpsReasonsHtml(HtmlWriter html)
{
    /// <summary>Of the reasons that come first, the first cause is open; on paper all are.</summary>
    private const int ReasonsOpen = 3;

    public void Write(string heading, ImmutableArray<RefusalReason> reasons, int mostBars)
    {
        if (reasons.IsEmpty)
            return;
        html.Element("h2", heading);
        if (reasons.Length > 1)
        {
            Plots.Lying(html, "Refusals by reason", [.. reasons.Take(mostBars).Select(reason => new Bar(
                Name(reason), string.Create(CultureInfo.InvariantCulture, $"{Name(reason)}: {reason.Count:N0} refusals"), (reason.Count, "bad")))]);
            if (reasons.Length > mostBars)
                html.Element("p", string.Create(CultureInfo.InvariantCulture, $"{reasons.Length - mostBars} rarer reasons are below only."), ("class", "faint"));
        }

        for (var at = 0; at < reasons.Length; at++)
            Reason(reasons[at], isOpen: at < ReasonsOpen);
    }

    private void Reason(RefusalReason reason, bool isOpen)
    {
        using (html.Element("article", ("class", reason.Pages.IsEmpty ? "finding note" : "finding")))
        {
            using (html.Element("h3"))
            {
                html.Element("span", reason.Code == 0 ? "No reason" : string.Create(CultureInfo.InvariantCulture, $"Reason {reason.Code}"), ("class", "id"));
                html.Text(reason.Symbol ?? "");
            }

            html.Element("p", reason.Text);
            var range = NpsReportWords.Between(reason.First, reason.Last) is { Length: > 0 } between ? $", {between}" : "";
            html.Element("p", string.Create(CultureInfo.InvariantCulture, $"{reason.Count:N0} {(reason.Count == 1 ? "refusal" : "refusals")}{range}"), ("class", "faint"));
            for (var at = 0; at < reason.Pages.Length; at++)
                Cause(reason.Pages[at], isOpen && at == 0);
        }
    }

    private void Cause(RefusalPage page, bool isOpen)
    {
        using (html.Element("details", ("open", isOpen ? "" : null)))
        {
            html.Element("summary", $"{page.Id} {page.Title}");
            if (!page.Fixes.IsEmpty)
            {
                using (html.Element("ol"))
                {
                    foreach (var fix in page.Fixes)
                    {
                        using (html.Element("li"))
                        {
                            html.Element("p", RoleWords.On(fix.Where) + string.Join(' ', PlainMarkdown.Lines(fix.Text).Select(line => line.Text)));
                            if (!fix.Commands.IsEmpty)
                                CommandBlock.Write(html, string.Join('\n', fix.Commands));
                        }
                    }
                }
            }

            using (html.Element("p", ("class", "faint")))
            {
                html.Text("More: ");
                html.Element("code", $"aovpn explain {page.Id}");
            }
        }
    }

    private static string Name(RefusalReason reason) => reason.Code == 0 ? "no reason named" : string.Create(CultureInfo.InvariantCulture, $"{reason.Code} {reason.Symbol ?? reason.Text}");
}
