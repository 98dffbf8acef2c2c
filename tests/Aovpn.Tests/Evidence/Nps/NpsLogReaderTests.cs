using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Nps;

public sealed class NpsLogReaderTests
{
    private const string Class = "\"311 1 192.0.2.53 11/01/2026 22:11:09 17\"";

    private const string Request =
        "\"NPS1\",\"IAS\",11/22/2026,10:15:00,1,\"CORP\\alice\",,\"203.0.113.10\",\"198.51.100.7\",,,\"VPN1\",\"192.0.2.10\",12,311,\"192.0.2.10\",\"VPN1\",,,5,,,,,,0," + Class;

    private const string Reject =
        "\"NPS1\",\"IAS\",11/22/2026,10:15:01,3,,,,,,,,,,311,\"192.0.2.10\",\"VPN1\",,,,,,,11,\"VPN users\",65," + Class + ",,,,\"Microsoft: Protected EAP (PEAP)\"";

    [Fact]
    public void A_rejection_takes_user_and_client_address_from_the_request_of_the_same_Class_and_cites_both_lines()
    {
        var reading = Read.Text(Request + "\r\n" + Reject + "\r\n");
        Assert.Equal(["nps-odbc-log"], reading.Kinds);
        Assert.Equal(2, reading.Records);

        var decisions = reading.Observations.Cast<RadiusDecision>().ToList();
        Assert.Equal([RadiusOutcome.Requested, RadiusOutcome.Rejected], decisions.Select(decision => decision.Outcome));
        var rejected = decisions[1];
        Assert.Equal(("CORP\\alice", "198.51.100.7", "VPN users"), (rejected.User, rejected.CallingStation, rejected.NetworkPolicy));
        Assert.Equal(("PEAP", "Microsoft: Protected EAP (PEAP)"), (rejected.AuthenticationType, rejected.EapType));
        Assert.Equal(Code.NpsReason(65), rejected.Reason);
        Assert.Equal(new RadiusClient("VPN1", "192.0.2.10", "192.0.2.10", "VPN1", "Virtual"), rejected.Client);
        Assert.True(rejected.IsVpn);
        Assert.Equal("evidence, line 2", rejected.Source.ToString());
        Assert.Equal("evidence, line 1", rejected.Cite(nameof(RadiusDecision.User)).ToString());
        Assert.Equal(new Locator.Lines(2, 2, Request.Length + 2), rejected.Cite(nameof(RadiusDecision.Reason)).Locator);
    }

    [Fact]
    public void Time_is_the_servers_own_and_not_the_date_inside_Class()
    {
        var rejected = Read.Text(Reject).Observations.OfType<RadiusDecision>().Single();
        Assert.Equal(When.Local(new(2026, 11, 22, 10, 15, 1), new(HostRole.NpsServer, "NPS1")), rejected.At);
    }

    [Fact]
    public void A_request_without_Class_is_joined_by_access_server_and_account()
    {
        var log = """
            "NPS1","IAS",11/22/2026,10:15:00,1,"alice@corp.example",,,"198.51.100.7",,,,,,311,"192.0.2.10","VPN1",,,5
            "NPS1","IAS",11/22/2026,10:15:00,3,,"CORP\alice",,,,,,,,311,"192.0.2.10","VPN1",,,,,,,5,,48,"311 1 192.0.2.53 11/01/2026 22:11:09 18"
            """;
        var rejected = Read.Text(log).Observations.OfType<RadiusDecision>().Last();
        Assert.Equal(("CORP\\alice", "198.51.100.7"), (rejected.User, rejected.CallingStation));
        Assert.Null(rejected.NetworkPolicy);
    }

    [Fact]
    public void Service_RAS_is_a_VPN_server_that_decides_by_itself_and_MS_CHAP_Error_is_decoded()
    {
        var rejected = Read.One<RadiusDecision>("\"RRAS1\",\"RAS\",11/22/2026,10:15:00,3,,\"CORP\\alice\",,,,,,,,,,,,,,,,,4,,16" + new string(',', 31) + "\"0x00453D36393120523D3020563D33\",,,");
        Assert.Equal(new Host(HostRole.VpnServer, "RRAS1"), rejected.About);
        Assert.Equal(Code.Windows(691u), rejected.MsChapError);
        Assert.Equal("MS-CHAPv2", rejected.AuthenticationType);
    }

    [Fact]
    public void An_Event_Timestamp_in_UTC_gives_the_offset_of_the_local_time_beside_it()
    {
        var started = Read.One<RadiusDecision>(
            "<Event><Timestamp data_type=\"4\">11/22/2026 11:15:01.250</Timestamp><Computer-Name data_type=\"1\">NPS1</Computer-Name><Acct-Status-Type data_type=\"0\">1</Acct-Status-Type>"
            + "<Event-Timestamp data_type=\"4\">11/22/2026 10:15:01</Event-Timestamp><Packet-Type data_type=\"0\">4</Packet-Type></Event>");
        Assert.Equal(RadiusOutcome.SessionStarted, started.Outcome);
        Assert.Equal(TimeSpan.FromHours(1), started.At!.Offset);
        Assert.Equal("2026-11-22 10:15:01Z", started.At.ToString());
    }

    [Theory]
    [InlineData("61,5", true)]
    [InlineData("61,19", false)]
    [InlineData("61,15", false)]
    [InlineData("61,5,8132,1", false)]
    [InlineData("64,13,65,6", false)]
    [InlineData("31,198.51.100.7", true)]
    public void Wi_Fi_switches_and_RD_Gateway_are_no_VPN(string attributes, bool isVpn) =>
        Assert.Equal(isVpn, Read.One<RadiusDecision>("192.0.2.10,CORP\\alice,11/22/2026,10:15:00,IAS,NPS1," + attributes + ",4136,1,4142,0").IsVpn);

    [Fact]
    public void Fields_of_a_record_spread_over_lines_are_cited_by_their_line()
    {
        var rejected = Read.One<RadiusDecision>(
            "<Event>\n<Timestamp data_type=\"4\">11/22/2026 11:15:01.250</Timestamp>\n<Fully-Qualifed-User-Name data_type=\"1\">CORP\\alice</Fully-Qualifed-User-Name>\n"
            + "<Packet-Type data_type=\"0\">3</Packet-Type>\n<Reason-Code data_type=\"0\">16</Reason-Code>\n</Event>\n");
        Assert.Equal("evidence, lines 1-6", rejected.Source.ToString());
        Assert.Equal("evidence, line 5", rejected.Cite(nameof(RadiusDecision.Reason)).ToString());
        Assert.Equal("evidence, line 3", rejected.Cite(nameof(RadiusDecision.User)).ToString());
    }

    [Fact]
    public void Lines_pasted_into_a_note_are_read_and_the_sentences_are_left_to_others()
    {
        var reading = Read.Text("The NPS says this:\n\n> " + Reject + "\n\nCan somebody help?\n");
        Assert.Contains("nps-odbc-log", reading.Kinds);
        var rejected = Assert.Single(reading.Observations.OfType<RadiusDecision>());
        Assert.Equal("evidence, line 3", rejected.Source.ToString());
        Assert.DoesNotContain(reading.Observations, seen => seen is Unreadable);
    }

    [Fact]
    public void Quotation_marks_that_a_mail_program_curled_are_read()
    {
        var curled = string.Concat(Reject.Split('"').Select((part, index) => index == 0 ? part : (index % 2 == 1 ? "“" : "”") + part));
        Assert.Equal(Code.NpsReason(65), Read.One<RadiusDecision>("He sends this line:\n" + curled + "\n").Reason);
    }

    [Theory]
    [InlineData("<Event>\n  <System>\n    <EventID>20227</EventID>\n  </System>\n</Event>")]
    [InlineData("<Event><EventID>20227</EventID></Event>")]
    [InlineData("<Event>\n  <System>\n and so on")]
    public void Another_program_s_Event_is_left_to_others(string text) =>
        Assert.DoesNotContain("nps-xml-log", Read.Text(text + "\nwhat is this?\n").Kinds);

    [Fact]
    public void The_VPN_server_s_correlation_id_joins_its_log_and_the_client_s()
    {
        var decisions = Read.Text(
            "192.0.2.10,alice,11/22/2026,10:15:00,IAS,NPS1,61,5,8158,{0F1E2D3C-4B5A-6978-8796-A5B4C3D2E1F0},25,311 1 17,4136,1,4142,0\r\n"
            + "192.0.2.10,alice,11/22/2026,10:15:00,IAS,NPS1,25,311 1 17,4136,3,4142,16\r\n").Observations.Cast<RadiusDecision>();
        Assert.All(decisions, decision => Assert.Equal("0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0", decision.CoId));
    }

    [Fact]
    public void A_log_in_UTF_16_is_read()
    {
        var reading = Read.Bytes([0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes(Request + "\r\n" + Reject + "\r\n")]);
        Assert.Equal(["nps-odbc-log"], reading.Kinds);
        Assert.Equal(new Locator.Lines(2), reading.Observations[1].Source.Locator);
    }

    [Fact]
    public void Of_a_long_log_every_failed_attempt_is_kept_with_its_requests_and_what_works_is_counted()
    {
        var log = new System.Text.StringBuilder();
        for (var attempt = 0; attempt < 30_000; attempt++)
        {
            var number = $"\"311 1 192.0.2.53 11/01/2026 22:11:09 {attempt}\"";
            log.Append(Request.Replace(Class, number, StringComparison.Ordinal)).Append("\r\n");
            log.Append((attempt % 1000 == 999 ? Reject : Reject.Replace(",3,,", ",2,,", StringComparison.Ordinal).Replace(",65,", ",0,", StringComparison.Ordinal))
                .Replace(Class, number, StringComparison.Ordinal)).Append("\r\n");
        }

        var reading = Read.Text(log.ToString());
        Assert.Equal(60_000, reading.Records);
        var decisions = reading.Observations.OfType<RadiusDecision>().ToList();
        var rejected = decisions.Where(decision => decision.Outcome is RadiusOutcome.Rejected).ToList();
        Assert.Equal(30, rejected.Count);
        Assert.All(rejected, one => Assert.Contains(decisions, other => other.Outcome is RadiusOutcome.Requested && other.Class == one.Class));
        var traffic = Assert.Single(reading.Observations.OfType<RadiusTraffic>());
        Assert.Equal(29_970, traffic.Count + decisions.Count(decision => decision.Outcome is RadiusOutcome.Accepted));
        Assert.InRange(decisions.Count, 20_500, 20_560);
    }
}
