using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Diagnosis.NpsReporting;
using Aovpn.Reports.Text;

namespace Aovpn.Reports;

/// <summary>A report of NPS logs for people: what is most refused first, then where, then what else the logs say.</summary>
public sealed class NpsReportText(TextWriter output, int width)
{
    private const int Column = 10, MostPages = 5;

    private readonly WrappedText _text = new(output, width);

    public void Write(NpsReport report)
    {
        Summary(report);
        Reasons("Refused, by reason", report.Reasons);
        Table("By network policy", report.ByPolicy, "(no network policy)");
        Users(report.ByUser);
        Table("By RADIUS client", report.ByClient, "(no client named)");
        Table("By calling station", report.ByCallingStation, "(no calling station named)");
        Table("By EAP or authentication type", report.ByAuthentication, "(none named)");
        Hours(report.ByHour);
        Days(report.ByDay);
        Table("Requests without an answer, by user", report.Unanswered, "(no user named)");
        Sessions(report.Sessions);
        Clocks(report.Clocks);
        Reasons("Not VPN (Wi-Fi, switches, Remote Desktop Gateway): refused, by reason", report.OtherReasons);
    }

    private void Summary(NpsReport report)
    {
        _text.Paragraph(string.Create(CultureInfo.InvariantCulture, $"{report.Records} records of {report.Files.Length} {(report.Files.Length == 1 ? "log" : "logs")}{Between(report.First, report.Last)}, by the server's clock."));
        Traffic("VPN", report.Vpn);
        if (report.Others != new NpsTraffic(0, 0, 0, 0, 0, 0, 0, 0))
            Traffic("Not VPN", report.Others);
        foreach (var damage in report.Damaged)
        {
            _text.Paragraph(string.Create(
                CultureInfo.InvariantCulture,
                $"Not read: {damage.Count} {(damage.Count == 1 ? "place" : "places")}, {(damage.Count == 1 ? "at" : "first at")} {VisibleText.Of(damage.FirstFile)} line {damage.FirstLine}: {MessageText.AsWritten.Of(damage.Sentence)}."));
        }
    }

    private void Traffic(string name, NpsTraffic traffic)
    {
        _text.Paragraph(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {traffic.Accepted} accepted, {traffic.Rejected} rejected, {traffic.Discarded} discarded, {traffic.Unanswered} without an answer, {traffic.NotContinued} challenged and not continued by the client ({traffic.Requests} requests, {traffic.Challenges} challenges, {traffic.Accounting} accounting)."));
    }

    private void Reasons(string heading, ImmutableArray<RefusalReason> reasons)
    {
        if (reasons.IsEmpty)
            return;
        Heading(heading);
        foreach (var reason in reasons)
        {
            var code = reason.Code == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{reason.Code}  ");
            Row(reason.Count, $"{code}{reason.Text}{(reason.Symbol is { } symbol ? $" ({symbol})" : "")}{Between(reason.First, reason.Last)}");
            foreach (var page in reason.Pages.Take(MostPages))
            {
                _text.Labelled("", $"{page.Id}  {page.Title}", Column, Column + 2);
                if (page.Fixes is [var fix, ..])
                    _text.Labelled("", $"Fix: {RoleWords.On(fix.Where)}{Prose(fix.Text)}", Column + 4, Column + 4);
            }

            if (reason.Pages.Length > MostPages)
                _text.Labelled("", string.Create(CultureInfo.InvariantCulture, $"{reason.Pages.Length - MostPages} more: aovpn explain NPS reason {reason.Code}"), Column, Column + 2);
        }
    }

    private void Users(RefusedUsers users)
    {
        if (users.Distinct == 0)
            return;
        Heading("By user");
        foreach (var user in users.Rows)
        {
            var again = user switch
            {
                { SucceedsAgain: { } time } => $"; succeeds again {NpsReportWords.Time(time)}",
                { WorksAgain: true } => "; succeeds again",
                _ => "; no success after that",
            };
            Row(user.Count, VisibleText.Of(user.Name) + Between(user.First, user.Last) + again);
        }

        Rest(users.NotListed, users.Distinct - users.Rows.Length);
        _text.Paragraph(string.Create(CultureInfo.InvariantCulture, $"{users.Distinct} users were refused; {users.WorkAgain} of them succeed after their last refusal."), 2);
    }

    private void Table(string heading, RefusalTable table, string nameless)
    {
        if (table.Distinct == 0)
            return;
        Heading(heading);
        foreach (var row in table.Rows)
            Row(row.Count, (row.Name is { } name ? VisibleText.Of(name) : nameless) + Between(row.First, row.Last));
        Rest(table.NotListed, table.Distinct - table.Rows.Length);
    }

    private void Rest(long count, long names)
    {
        if (count > 0)
            Row(count, names > 0 ? string.Create(CultureInfo.InvariantCulture, $"of {names} others") : "without a name");
    }

    private void Hours(ImmutableArray<long> hours)
    {
        var most = hours.Max();
        if (most == 0)
            return;
        Heading("By hour of the day");
        for (var hour = 0; hour < hours.Length; hour++)
        {
            if (hours[hour] > 0)
                Row(hours[hour], string.Create(CultureInfo.InvariantCulture, $"{hour:00}:00  {new string('#', (int)Math.Max(1, hours[hour] * 40 / most))}"));
        }
    }

    private void Days(ImmutableArray<NpsDay> days)
    {
        if (days.Length < 2)
            return;
        Heading("By day");
        foreach (var day in days)
            Row(day.Refused, string.Create(CultureInfo.InvariantCulture, $"refused, {day.Accepted} accepted on {day.Day:yyyy-MM-dd}"));
    }

    private void Clocks(ImmutableArray<NpsClockNote> notes)
    {
        if (notes.IsEmpty)
            return;
        Heading("Clocks");
        foreach (var note in notes)
            _text.Paragraph(NpsReportWords.Clock(note), 2);
    }

    private void Sessions(NpsSessions sessions)
    {
        if (sessions.Started + sessions.Stopped + sessions.Interim == 0)
            return;
        Heading("Sessions, from accounting");
        Row(sessions.Started, "started");
        Row(sessions.Stopped, string.Create(
            CultureInfo.InvariantCulture,
            $"stopped, after {NpsReportWords.Span(sessions.Stopped == 0 ? 0 : sessions.TotalSeconds / sessions.Stopped)} on average and {NpsReportWords.Span(sessions.LongestSeconds)} at most"));
        Row(sessions.StillOpen, "open when the log ends");
        if (sessions.PeakConcurrency > 0)
            Row(sessions.PeakConcurrency, $"at one time at most{(sessions.PeakAt is { } at ? $", {NpsReportWords.Time(at)}" : "")}");
        _text.Paragraph(string.Create(CultureInfo.InvariantCulture, $"{NpsReportWords.Size(sessions.BytesFromClients)} from the clients, {NpsReportWords.Size(sessions.BytesToClients)} to them."), 2);
        foreach (var cause in sessions.TerminateCauses)
            Row(cause.Count, $"ended by {(cause.Name is { } name ? VisibleText.Of(name) : "(no cause named)")}");
    }

    private void Heading(string heading)
    {
        _text.Blank();
        _text.Paragraph(heading);
    }

    private void Row(long count, string what) => _text.Labelled(count.ToString(CultureInfo.InvariantCulture).PadLeft(Column - 2), what, 0, Column);

    private static string Between(DateTime? first, DateTime? last) => NpsReportWords.Between(first, last) is { Length: > 0 } range ? $", {range}" : "";

    private static string Prose(string markdown) => string.Join(' ', PlainMarkdown.Lines(markdown).Where(line => !line.IsCommand).Select(line => line.Text));
}
