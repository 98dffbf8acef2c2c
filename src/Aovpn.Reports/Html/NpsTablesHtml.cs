using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Diagnosis.NpsReporting;

namespace Aovpn.Reports.Html;

/// <summary>The tables of a report of NPS logs.</summary>
internal sealed class NpsTablesHtml(HtmlWriter html)
{
    /// <summary>Of 2026-11-23 10:00:00, which is not broken over lines.</summary>
    private const int TimeLength = 19;

    public void Of(string heading, string column, RefusalTable table, string nameless)
    {
        if (table.Distinct == 0)
            return;
        html.Element("h2", heading);
        Table([column, "Count", "First", "Last"], () =>
        {
            foreach (var row in table.Rows)
                Row(row.Name ?? $"({nameless})", row.Count, Time(row.First), Time(row.Last));
            Rest(table.NotListed, table.Distinct - table.Rows.Length, cells: 2);
        });
    }

    public void Users(RefusedUsers users)
    {
        if (users.Distinct == 0)
            return;
        html.Element("h2", "Who is refused");
        Table(["User", "Refusals", "First", "Last", "Afterwards"], () =>
        {
            foreach (var user in users.Rows)
                Row(user.Name, user.Count, Time(user.First), Time(user.Last), user.SucceedsAgain is { } again ? $"succeeds {Time(again)}" : user.WorksAgain ? "succeeds" : "no success");
            Rest(users.NotListed, users.Distinct - users.Rows.Length, cells: 3);
        });
    }

    public void Sessions(NpsSessions sessions)
    {
        if (sessions.Started + sessions.Stopped + sessions.Interim == 0)
            return;
        html.Element("h2", "Sessions, from accounting");
        using (html.Element("ul"))
        {
            html.Element("li", string.Create(CultureInfo.InvariantCulture, $"{sessions.Started:N0} started, {sessions.Stopped:N0} stopped, {sessions.StillOpen:N0} open when the log ends"));
            if (sessions.PeakConcurrency > 0)
                html.Element("li", string.Create(CultureInfo.InvariantCulture, $"{sessions.PeakConcurrency:N0} at one time at most{(sessions.PeakAt is { } at ? $", {Time(at)}" : "")}"));
            if (sessions.Stopped > 0)
                html.Element("li", $"{NpsReportWords.Span(sessions.TotalSeconds / sessions.Stopped)} hours on average, {NpsReportWords.Span(sessions.LongestSeconds)} at most");
            html.Element("li", $"{NpsReportWords.Size(sessions.BytesFromClients)} from the clients, {NpsReportWords.Size(sessions.BytesToClients)} to them");
        }

        if (sessions.TerminateCauses.IsEmpty)
            return;
        html.Element("h3", "Why sessions end");
        Plots.Lying(html, "Sessions by Acct-Terminate-Cause", [.. sessions.TerminateCauses.Take(12).Select(cause => new Bar(
            cause.Name ?? "(no cause named)", string.Create(CultureInfo.InvariantCulture, $"{cause.Name ?? "no cause named"}: {cause.Count:N0} sessions"), (cause.Count, "bar")))]);
    }

    private void Table(ImmutableArray<string> headings, Action rows)
    {
        using (html.Element("div", ("class", "scroll"), ("role", "region"), ("aria-label", headings[0]), ("tabindex", "0")))
        using (html.Element("table"))
        {
            using (html.Element("thead"))
            using (html.Element("tr"))
            {
                for (var column = 0; column < headings.Length; column++)
                    html.Element("th", headings[column], ("scope", "col"), ("class", column == 1 ? "number" : null));
            }

            using (html.Element("tbody"))
                rows();
        }
    }

    private void Row(string name, long count, params ReadOnlySpan<string> others)
    {
        using (html.Element("tr"))
        {
            html.Element("th", name, ("scope", "row"));
            html.Element("td", count.ToString("N0", CultureInfo.InvariantCulture), ("class", "number"));
            foreach (var other in others)
            {
                using (html.Element("td"))
                    html.Element(other.Length == TimeLength ? "time" : "span", other);
            }
        }
    }

    private void Rest(long count, long names, int cells)
    {
        if (count > 0)
            Row(names > 0 ? string.Create(CultureInfo.InvariantCulture, $"{names:N0} others") : "without a name", count, Enumerable.Repeat("", cells).ToArray());
    }

    private static string Time(DateTime? time) => time is { } known ? NpsReportWords.Time(known) : "";
}
