using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Aovpn.Codecs.Nps;
using Aovpn.Diagnosis.NpsReporting;
using Aovpn.Reports;
using Aovpn.Reports.Html;

namespace Aovpn.Tests.Reports;

/// <summary>The report of NPS logs as a page, over <c>tests/samples/nps</c>.</summary>
public sealed class NpsReportHtmlTests
{
    private const string Hostile = "</td></svg><script>alert(1)</script><img src=x onerror='alert(2)'>";

    [Fact]
    public void The_page_shows_reasons_causes_fixes_and_plots_without_script()
    {
        var report = Of(Sample("dts.log"));
        var body = Body(report);

        Assert.Equal(report.Reasons.Length, body.Descendants("article").Count());
        var fixes = report.Reasons.SelectMany(reason => reason.Pages).SelectMany(page => page.Fixes).ToArray();
        Assert.NotEmpty(fixes);
        Assert.Equal(fixes.Count(fix => !fix.Commands.IsEmpty), body.Descendants("pre").Count());
        foreach (var page in report.Reasons.SelectMany(reason => reason.Pages))
            Assert.Contains(body.Descendants("summary"), summary => summary.Value == $"{page.Id} {page.Title}");
        Assert.Contains("11 of 13 VPN requests are refused (84.6 %): 11 users", body.Value, StringComparison.Ordinal);
        Assert.Contains("is at UTC+01:00", body.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_are_as_long_as_their_counts_in_proportion()
    {
        var plots = Body(OfText([.. Refusals(16, 8), .. Refusals(48, 4), .. Refusals(65, 1)])).Descendants("svg").ToArray();

        var widths = plots[0].Descendants("rect").Select(bar => double.Parse(bar.Attribute("width")!.Value, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal([1, .5, .125], widths.Select(width => Math.Round(width / widths[0], 3)));
        Assert.Equal(["16 IAS_AUTH_FAILURE: 8 refusals", "48 IAS_NO_POLICY_MATCH: 4 refusals", "65 IAS_DIALIN_DISABLED: 1 refusals"], plots[0].Descendants("title").Select(title => title.Value));
        Assert.Equal(24, plots[1].Descendants("title").Count());
        Assert.Single(plots[1].Descendants("rect"));
        Assert.All(plots.SelectMany(plot => plot.Descendants("line")), line => Assert.Empty(line.Elements()));
    }

    [Fact]
    public void Names_of_strangers_never_become_markup()
    {
        var page = Render(OfText([.. Refusals(16, 3, Hostile)]));

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_and_clocks_are_counted()
    {
        var report = OfText(
            "\"NPS1\",\"IAS\",11/22/2026,23:59:00,3,\"alice\",,,,,,,,,,,,,,5,,,,,,16", "\"NPS1\",\"IAS\",11/23/2026,02:59:59,2,\"bob\",,,,,,,,,,,,,,5,,,,,,0",
            "\"NPS1\",\"IAS\",11/23/2026,02:00:05,3,\"bob\",,,,,,,,,,,,,,5,,,,,,16", "\"NPS2\",\"IAS\",11/23/2026,01:00:00,2,\"carol\",,,,,,,,,,,,,,5,,,,,,0");

        Assert.Equal([new NpsDay(new(2026, 11, 22), 0, 1), new NpsDay(new(2026, 11, 23), 2, 1)], report.ByDay);
        var back = Assert.Single(report.Clocks);
        Assert.Equal((NpsClockNoteKind.GoesBack, "NPS1", new TimeSpan(0, 59, 54), 1), (back.Kind, back.Whose, back.By, back.Count));
        Assert.Equal(2, Body(report).Descendants("svg").Count());
    }

    [Fact]
    public void A_VPN_server_whose_clock_is_minutes_off_is_named()
    {
        var report = OfText(
            "<Event><Timestamp data_type=\"4\">11/23/2026 10:00:00.000</Timestamp><Computer-Name data_type=\"1\">NPS1</Computer-Name><Event-Source data_type=\"1\">IAS</Event-Source><Event-Timestamp data_type=\"4\">11/23/2026 09:06:30</Event-Timestamp><Client-Friendly-Name data_type=\"1\">VPN1</Client-Friendly-Name><Packet-Type data_type=\"0\">4</Packet-Type><Acct-Status-Type data_type=\"0\">1</Acct-Status-Type></Event>");

        Assert.Equal((NpsClockNoteKind.ClientDiffers, "VPN1"), (Assert.Single(report.Clocks).Kind, report.Clocks[0].Whose));
    }

    [Fact]
    public void Text_and_json_say_fixes_days_and_clocks_too()
    {
        var report = Of(Sample("dts.log"));
        using var output = new StringWriter();
        new NpsReportText(output, 100).Write(report);
        using var json = JsonDocument.Parse(NpsReportJson.Write(report));

        Assert.Contains("Fix: On the NPS server: ", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Clocks\n  The clock of NPS1 is at UTC+01:00", output.ToString().ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.All(output.ToString().ReplaceLineEndings("\n").Split('\n'), line => Assert.InRange(line.Length, 0, 100));
        Assert.NotEqual(0, json.RootElement.GetProperty("reasons")[0].GetProperty("pages")[0].GetProperty("fixes").GetArrayLength());
        Assert.Equal("offset-from-utc", json.RootElement.GetProperty("clocks")[0].GetProperty("kind").GetString());
        Assert.Equal("2026-11-23", json.RootElement.GetProperty("byDay")[0].GetProperty("day").GetString());
    }

    private static IEnumerable<string> Refusals(int reason, int count, string user = "alice") =>
        Enumerable.Repeat($"\"NPS1\",\"IAS\",11/23/2026,10:00:00,3,\"{user}\",,,,,,,,,,,,,,5,,,,,,{reason}", count);

    private static XElement Body(NpsReport report)
    {
        var html = Render(report);
        return XElement.Parse(html[html.IndexOf("<body>", StringComparison.Ordinal)..html.IndexOf("<script>", StringComparison.Ordinal)].Replace(" open=\"\"", "", StringComparison.Ordinal) + "</body>");
    }

    private static string Render(NpsReport report)
    {
        using var output = new StringWriter();
        NpsReportHtml.Write(report, new(), output);
        return output.ToString();
    }

    private static NpsReport OfText(params string[] lines) => Of(Encoding.UTF8.GetBytes(string.Join("\r\n", lines)));

    private static NpsReport Of(byte[] log)
    {
        var builder = new NpsReportBuilder(new());
        builder.Add("IN2611.log", NpsLog.Read(new MemoryStream(log)));
        return builder.Build();
    }

    private static byte[] Sample(string name, [CallerFilePath] string source = "") =>
        File.ReadAllBytes(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "samples", "nps", name)));
}
