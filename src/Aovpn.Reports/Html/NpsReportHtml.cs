using System.Globalization;
using Aovpn.Diagnosis.NpsReporting;

namespace Aovpn.Reports.Html;

/// <summary>A report of NPS logs as one page: what is refused most and how to mend it, then where and when, then sessions and clocks. Each plot shows a table's figures.</summary>
public static class NpsReportHtml
{
    private const int MostBars = 12;

    public static void Write(NpsReport report, NpsReportFilter filter, TextWriter output) => HtmlPage.Write(output, "NPS: who is refused and why", html =>
    {
        Head(html, report, filter);
        var tables = new NpsTablesHtml(html);
        new NpsReasonsHtml(html).Write("Why users are refused", report.Reasons, MostBars);
        When(html, report);
        tables.Users(report.ByUser);
        tables.Of("By network policy", "Network policy", report.ByPolicy, "no network policy");
        tables.Of("By RADIUS client (VPN server)", "RADIUS client", report.ByClient, "no client named");
        tables.Of("By calling station", "Calling-Station-Id", report.ByCallingStation, "no calling station named");
        tables.Of("By EAP or authentication type", "Type", report.ByAuthentication, "none named");
        tables.Of("Requests that were never answered, by user", "User", report.Unanswered, "no user named");
        tables.Sessions(report.Sessions);
        Clocks(html, report);
        new NpsReasonsHtml(html).Write("Not VPN: Wi-Fi, switches, Remote Desktop Gateway", report.OtherReasons, MostBars);
        Foot(html, report);
    });

    private static void Head(HtmlWriter html, NpsReport report, NpsReportFilter filter)
    {
        using (html.Element("header"))
        {
            html.Element("h1", "NPS: who is refused and why");
            var files = report.Files.Length == 1 ? "one log" : string.Create(CultureInfo.InvariantCulture, $"{report.Files.Length:N0} logs");
            var range = NpsReportWords.Between(report.First, report.Last) is { Length: > 0 } between ? $", {between}" : "";
            html.Element("p", string.Create(CultureInfo.InvariantCulture, $"{report.Records:N0} records of {files}{range}. Times are those of the server's own clock."), ("class", "faint"));
            if (NpsReportWords.Filter(filter) is { Length: > 0 } narrowed)
                html.Element("p", $"Only {narrowed}.");
            var refused = report.Vpn.Rejected + report.Vpn.Discarded;
            html.Element("p", Sentence(report, refused), ("class", refused > 0 ? "outcome bad" : "outcome good"));
        }

        using (html.Element("div", ("class", "scroll"), ("role", "region"), ("aria-label", "What NPS did with requests"), ("tabindex", "0")))
        using (html.Element("table"))
        {
            html.Element("caption", "What NPS did with requests");
            using (html.Element("thead"))
            using (html.Element("tr"))
            {
                foreach (var heading in (string[])["Access", "Requests", "Challenges", "Accepted", "Rejected", "Discarded", "Without an answer", "Challenged, not continued", "Accounting"])
                    html.Element("th", heading, ("scope", "col"), ("class", heading == "Access" ? null : "number"));
            }

            using (html.Element("tbody"))
            {
                Traffic(html, "VPN", report.Vpn);
                if (report.Others != new NpsTraffic(0, 0, 0, 0, 0, 0, 0, 0))
                    Traffic(html, "Not VPN", report.Others);
            }
        }
    }

    private static string Sentence(NpsReport report, long refused)
    {
        if (refused == 0)
            return string.Create(CultureInfo.InvariantCulture, $"No VPN user is refused; {report.Vpn.Accepted:N0} requests are accepted.");
        var share = 100d * refused / (refused + report.Vpn.Accepted);
        var users = report.ByUser.Distinct == 1 ? "1 user" : string.Create(CultureInfo.InvariantCulture, $"{report.ByUser.Distinct:N0} users");
        return string.Create(
            CultureInfo.InvariantCulture, $"{refused:N0} of {refused + report.Vpn.Accepted:N0} VPN requests are refused ({share:0.#} %): {users}, of whom {report.ByUser.WorkAgain:N0} succeed after their last refusal.");
    }

    private static void Traffic(HtmlWriter html, string name, NpsTraffic traffic)
    {
        using (html.Element("tr"))
        {
            html.Element("th", name, ("scope", "row"));
            foreach (var count in (long[])[traffic.Requests, traffic.Challenges, traffic.Accepted, traffic.Rejected, traffic.Discarded, traffic.Unanswered, traffic.NotContinued, traffic.Accounting])
                html.Element("td", count.ToString("N0", CultureInfo.InvariantCulture), ("class", "number"));
        }
    }

    private static void When(HtmlWriter html, NpsReport report)
    {
        if (report.ByHour.Max() > 0)
        {
            html.Element("h2", "By hour of the day");
            Plots.Standing(html, "Refusals in each hour of the day", [.. report.ByHour.Index().Select(hour => new Bar(
                hour.Index.ToString("00", CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"{hour.Index:00}:00 to {hour.Index:00}:59: {hour.Item:N0} refused"), (hour.Item, "bad")))], labelEvery: 2);
        }

        if (report.ByDay.Length < 2)
            return;
        html.Element("h2", "By day");
        var days = report.ByDay[^Math.Min(report.ByDay.Length, 92)..];
        if (days.Length < report.ByDay.Length)
            html.Element("p", string.Create(CultureInfo.InvariantCulture, $"The last {days.Length} of {report.ByDay.Length} days with records; --since and --until show others."), ("class", "faint"));
        using (html.Element("p", ("class", "faint")))
        {
            html.Element("span", "■", ("class", "bad"));
            html.Text(" refused ");
            html.Element("span", "■", ("class", "good"));
            html.Text(" accepted");
        }

        Plots.Standing(html, "Refused and accepted requests on each day", [.. days.Select(day => new Bar(
            day.Day.ToString("MM-dd", CultureInfo.InvariantCulture),
            string.Create(CultureInfo.InvariantCulture, $"{day.Day:yyyy-MM-dd}: {day.Refused:N0} refused, {day.Accepted:N0} accepted"), (day.Refused, "bad"), (day.Accepted, "good")))],
            labelEvery: Math.Max(1, (days.Length + 11) / 12));
    }

    private static void Clocks(HtmlWriter html, NpsReport report)
    {
        if (report.Clocks.IsEmpty)
            return;
        html.Element("h2", "Clocks");
        using (html.Element("ul"))
        {
            foreach (var note in report.Clocks)
                html.Element("li", NpsReportWords.Clock(note));
        }
    }

    private static void Foot(HtmlWriter html, NpsReport report)
    {
        using (html.Element("footer"))
        {
            foreach (var damage in report.Damaged)
            {
                var places = damage.Count == 1 ? "1 place, at" : string.Create(CultureInfo.InvariantCulture, $"{damage.Count:N0} places, first at");
                html.Element("p", string.Create(CultureInfo.InvariantCulture, $"Not read: {places} {damage.FirstFile} line {damage.FirstLine}: {MessageText.AsWritten.Of(damage.Sentence)}."));
            }

            html.Element("p", $"Read: {string.Join(", ", report.Files.Take(20))}{(report.Files.Length > 20 ? ", ..." : "")}");
            html.Element("p", $"Written by aovpn {typeof(NpsReportHtml).Assembly.GetName().Version?.ToString(3)}. This file is whole: it fetches nothing and sends nothing.");
        }
    }
}
