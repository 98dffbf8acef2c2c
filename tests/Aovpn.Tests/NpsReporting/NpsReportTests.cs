using System.Runtime.CompilerServices;
using System.Text;
using Aovpn.Codecs.Nps;
using Aovpn.Diagnosis.NpsReporting;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.NpsReporting;

/// <summary>Over <c>tests/samples/nps</c>: one deployment, thirteen attempts, in every form in which NPS logs them.</summary>
public sealed class NpsReportTests
{
    [Theory]
    [InlineData("odbc-66-columns.log")]
    [InlineData("odbc-60-columns.log")]
    [InlineData("ias.log")]
    [InlineData("dts.log")]
    public void Every_format_of_one_deployment_gives_the_same_report(string file)
    {
        var report = Of(new(), file);

        Assert.Equal([16, 22, 48, 65, 66, 258, 259, 262, 265, 269, 295], report.Reasons.Select(reason => reason.Code));
        Assert.All(report.Reasons, reason => Assert.Equal(1, reason.Count));
        Assert.Equal((2, 11, 0, 0), (report.Vpn.Accepted, report.Vpn.Rejected, report.Vpn.Unanswered, report.Vpn.NotContinued));
        Assert.Equal(11, report.ByUser.Distinct);
        Assert.Equal(0, report.ByUser.WorkAgain);
        Assert.Equal(11, report.ByHour.Sum());
        Assert.Equal(11, Assert.Single(report.ByClient.Rows).Count);
        Assert.Equal((2, 2, 0), (report.Sessions.Started, report.Sessions.Stopped, report.Sessions.StillOpen));
        Assert.Equal([("User-Request", 2)], report.Sessions.TerminateCauses.Select(cause => (cause.Name!, (int)cause.Count)));
        Assert.Empty(report.Damaged);
    }

    [Theory]
    [InlineData("odbc-heading.csv", 0, 8)]
    [InlineData("dts-pretty.xml", 1, 8)]
    public void Parts_of_the_deployment_give_the_same_counts_for_what_they_hold(string file, int refused, int records)
    {
        var report = Of(new(), file);

        Assert.Equal((refused, records), ((int)report.Vpn.Rejected, (int)report.Records));
        Assert.Equal(new uint[] { 16, 22 }.Take(refused), report.Reasons.Select(reason => reason.Code));
    }

    [Fact]
    public void A_reason_has_the_catalogues_text_and_the_pages_that_explain_it()
    {
        var reason = Of(new(), "ias.log").Reasons[0];

        Assert.Equal((16u, new DateTime(2026, 11, 23, 8, 51, 25)), (reason.Code, reason.First));
        Assert.NotEmpty(reason.Text);
        Assert.NotEmpty(reason.Pages);
        Assert.All(reason.Pages, page => Assert.StartsWith("AOV", page.Id, StringComparison.Ordinal));
    }

    [Fact]
    public void The_answer_has_from_its_request_what_it_leaves_out()
    {
        var report = Of(new(), "odbc-66-columns.log");

        Assert.Contains(report.ByCallingStation.Rows, row => row.Name == "198.51.100.22");
        Assert.Equal("VPN1, Frankfurt (192.0.2.10)", report.ByClient.Rows[0].Name);
        Assert.Contains(report.ByUser.Rows, row => row.Name == @"CORP\bob");
    }

    [Fact]
    public void Filters_narrow_what_is_counted()
    {
        Assert.Equal([22u], Of(new() { User = "carol@corp.example" }, "odbc-66-columns.log").Reasons.Select(reason => reason.Code));
        Assert.Equal([22u], Of(new() { User = @"CORP\CAROL" }, "ias.log").Reasons.Select(reason => reason.Code));
        Assert.Equal((1, 2), Counts(Of(new() { Reason = 48 }, "dts.log")));
        Assert.Equal((11, 2), Counts(Of(new() { Client = "192.0.2.10" }, "ias.log")));
        Assert.Equal((0, 0), Counts(Of(new() { Client = "VPN9" }, "ias.log")));
        Assert.Equal((1, 0), Counts(Of(new() { Since = new(2026, 11, 23, 8, 51, 25), Until = new(2026, 11, 23, 8, 52, 7) }, "ias.log")));
    }

    [Fact]
    public void A_user_who_is_accepted_after_the_last_refusal_works_again()
    {
        var report = OfText(Odbc("10:00:00", 3, "erin", 16), Odbc("10:01:00", 2, "erin", 0), Odbc("10:00:00", 2, "frank", 0), Odbc("10:02:00", 3, "frank", 16));

        Assert.Equal((2, 1), ((int)report.ByUser.Distinct, (int)report.ByUser.WorkAgain));
        Assert.Equal(new DateTime(2026, 11, 23, 10, 1, 0), report.ByUser.Rows.Single(user => user.WorksAgain).SucceedsAgain);
        Assert.Equal(@"CORP\erin", report.ByUser.Rows.Single(user => user.WorksAgain).Name);
    }

    [Fact]
    public void Times_decide_where_the_log_of_one_server_is_read_after_the_others()
    {
        var report = OfText(Odbc("10:05:00", 2, "erin", 0), Odbc("10:00:00", 3, "erin", 16));

        Assert.Equal(1, report.ByUser.WorkAgain);
    }

    [Fact]
    public void Requests_without_an_answer_are_told_from_challenges_that_the_client_leaves()
    {
        var report = OfText(
            Odbc("10:00:00", 1, "erin", 0, "a"), Odbc("10:00:01", 1, "frank", 0, "b"), Odbc("10:00:02", 11, "frank", 0, "b"), Odbc("10:00:03", 1, "grace", 0, "c"), Odbc("10:00:03", 3, "grace", 16, "c"));

        Assert.Equal((1, 1, 1), ((int)report.Vpn.Unanswered, (int)report.Vpn.NotContinued, (int)report.Vpn.Rejected));
        Assert.Equal(@"CORP\erin", Assert.Single(report.Unanswered.Rows).Name);
    }

    [Fact]
    public void Wireless_requests_are_counted_apart()
    {
        var report = OfText(Odbc("10:00:00", 3, "erin", 16, port: 19), Odbc("10:00:00", 3, "frank", 22));

        Assert.Equal((1, 1), ((int)report.Vpn.Rejected, (int)report.Others.Rejected));
        Assert.Equal([22u], report.Reasons.Select(reason => reason.Code));
        Assert.Equal([16u], report.OtherReasons.Select(reason => reason.Code));
        Assert.Equal(1, report.ByUser.Distinct);
    }

    [Fact]
    public void Damaged_lines_are_counted_by_reason_and_the_rest_is_read()
    {
        var report = OfText(Odbc("10:00:00", 3, "erin", 16), "what is this", Odbc("10:00:00", 3, "frank", 22)[..60], "nor this", Odbc("10:00:00", 3, "grace", 48));

        Assert.Equal(2, report.Records);
        Assert.Equal((NpsDamageReason.NotARecord, 2, 2), (report.Damaged[0].Reason, (int)report.Damaged[0].Count, (int)report.Damaged[0].FirstLine));
        Assert.Equal(3, report.Damaged.Sum(damage => damage.Count));
    }

    [Theory]
    [InlineData("odbc-66-columns.log")]
    [InlineData("ias.log")]
    [InlineData("dts.log")]
    public void Damaged_copies_are_counted_without_a_failure(string file)
    {
        foreach (var copy in Damaged.Copies(File.ReadAllBytes(Path.Combine(Folder(), file)), copies: 30))
            Assert.True(Read(new(), copy).Records <= 54);
    }

    private static (int Rejected, int Accepted) Counts(NpsReport report) => ((int)report.Vpn.Rejected, (int)report.Vpn.Accepted);

    private static string Odbc(string time, int packet, string user, int reason, string joined = "1", int port = 5) =>
        $"\"NPS1\",\"IAS\",11/23/2026,{time},{packet},\"{user}@corp.example\",\"CORP\\{user}\",,\"198.51.100.21\",,,\"VPN1\",\"192.0.2.10\",1,311,\"192.0.2.10\",\"VPN1\",,,{port},,1,2,11,\"Always On VPN\",{reason},\"{joined}\"";

    private static NpsReport OfText(params string[] lines) => Read(new(), Encoding.UTF8.GetBytes(string.Join("\r\n", lines)));

    private static NpsReport Of(NpsReportFilter filter, string file) => Read(filter, File.ReadAllBytes(Path.Combine(Folder(), file)));

    private static NpsReport Read(NpsReportFilter filter, byte[] log)
    {
        var builder = new NpsReportBuilder(filter);
        builder.Add("IN2611.log", NpsLog.Read(new MemoryStream(log)));
        return builder.Build();
    }

    private static string Folder([CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "samples", "nps"));
}
