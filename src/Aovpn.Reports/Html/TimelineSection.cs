using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Reports.Text;
using Aovpn.Reports.Timeline;

namespace Aovpn.Reports.Html;

/// <summary>The last attempts that failed, host beside host on one clock; where none failed, the last that connected.</summary>
internal sealed class TimelineSection(HtmlWriter html, MessageText messages)
{
    private const int AttemptsShown = 3;

    public void Write(Diagnosis.Model.Diagnosis diagnosis)
    {
        if (diagnosis.Attempts.IsEmpty)
            return;
        var failed = diagnosis.Attempts.Where(attempt => !attempt.Connected).ToArray();
        var shown = failed.Length > 0 ? failed[^Math.Min(AttemptsShown, failed.Length)..] : [diagnosis.Attempts[^1]];

        html.Element("h2", shown.Length == 1 ? "Timeline of the attempt" : "Timeline of the attempts");
        if (diagnosis.Attempts.Length > shown.Length)
            html.Element("p", Choice(diagnosis.Attempts.Length, failed.Length, shown.Length), ("class", "faint"));
        foreach (var attempt in shown)
            Attempt(attempt, diagnosis.Clocks);
    }

    private static string Choice(int all, int failed, int shown) => string.Create(CultureInfo.InvariantCulture,
        $"{Counted.Of(all, "attempt")} in the evidence, {failed:N0} of them not known to connect; {(failed == 0 ? "the last is shown" : shown == failed ? "those are shown" : $"the last {shown} of those are shown")}.");

    private void Attempt(ConnectionAttempt attempt, ClockOffsets? clocks)
    {
        var story = AttemptStory.Of(attempt, clocks);
        ImmutableArray<Host> lanes = [.. story.GroupBy(line => line.Host.Role).OrderBy(group => group.Key is HostRole.Unknown).ThenBy(group => group.Key)
            .Select(group => group.Select(line => line.Host).FirstOrDefault(host => host.Name is not null) ?? group.First().Host)];
        var name = Name(attempt);
        using (html.Element("div", ("class", "scroll"), ("role", "region"), ("aria-label", name), ("tabindex", "0")))
        using (html.Element("table", ("class", "timeline")))
        {
            html.Element("caption", name);
            using (html.Element("thead"))
            using (html.Element("tr"))
            {
                html.Element("th", "Time", ("scope", "col"));
                foreach (var lane in lanes)
                    html.Element("th", Lane(lane), ("scope", "col"));
            }

            using (html.Element("tbody"))
            {
                foreach (var line in story)
                    Row(line, lanes);
            }
        }
    }

    private void Row(StoryLine line, ImmutableArray<Host> lanes)
    {
        using (html.Element("tr", ("class", line.Fails switch { true => "fails", false => "succeeds", _ => null })))
        {
            using (html.Element("th", ("scope", "row")))
            {
                html.Element("time", line.At?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "");
                if (line.ClockDiffers)
                    html.Element("div", line.Written!.Wall.ToString("'its clock' HH:mm:ss", CultureInfo.InvariantCulture), ("class", "faint"));
            }

            foreach (var lane in lanes)
            {
                using (html.Element("td"))
                {
                    if (lane.Role != line.Host.Role)
                        continue;
                    html.Text(messages.Of(line.Text));
                    if (line.Count > 1)
                        html.Text(string.Create(CultureInfo.InvariantCulture, $", {line.Count} times"));
                    html.Element("div", PlaceText.Of(line.Source, messages), ("class", "place"));
                }
            }
        }
    }

    private string Lane(Host host)
    {
        var role = host.Role is HostRole.Unknown ? "Host" : RoleWords.Of(host.Role);
        return $"{char.ToUpperInvariant(role[0])}{role[1..]}{(host.Name is { } name ? $" {messages.HostName(name)}" : "")}";
    }

    private string Name(ConnectionAttempt attempt)
    {
        var user = attempt.User is { } who ? $" by {messages.User(who)}" : "";
        var end = attempt.Connected ? ", connects" : attempt.Failure is { } code ? $", fails with {code}" : "";
        return $"Attempt{user}{end}";
    }
}
