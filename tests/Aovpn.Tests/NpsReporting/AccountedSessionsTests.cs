using System.Globalization;
using System.Text;
using Aovpn.Codecs.Nps;
using Aovpn.Diagnosis.NpsReporting;

namespace Aovpn.Tests.NpsReporting;

/// <summary>Sessions from accounting records in the IAS format: attribute 40 is Acct-Status-Type, 44 Acct-Session-Id.</summary>
public sealed class AccountedSessionsTests
{
    [Fact]
    public void The_peak_counts_sessions_that_are_open_at_one_time()
    {
        var sessions = Of(Ias(0, "40,1,44,1"), Ias(1, "40,1,44,2"), Ias(2, "40,2,44,1,46,120,49,4"), Ias(3, "40,1,44,3"), Ias(4, "40,1,44,4"));

        Assert.Equal((4, 1, 3, 3), ((int)sessions.Started, (int)sessions.Stopped, (int)sessions.StillOpen, (int)sessions.PeakConcurrency));
        Assert.Equal(new DateTime(2026, 11, 23, 10, 4, 0), sessions.PeakAt);
        Assert.Equal((120, 120), ((int)sessions.LongestSeconds, (int)sessions.TotalSeconds));
        Assert.Equal("Idle-Timeout", Assert.Single(sessions.TerminateCauses).Name);
    }

    [Fact]
    public void A_start_that_is_sent_again_is_one_session() =>
        Assert.Equal(1, Of(Ias(0, "40,1,44,1"), Ias(0, "40,1,44,1")).PeakConcurrency);

    [Fact]
    public void Gigawords_count_and_open_sessions_count_as_far_as_they_were_reported()
    {
        var sessions = Of(Ias(0, "40,1,44,1"), Ias(1, "40,3,44,1,42,10,43,20"), Ias(2, "40,3,44,1,42,100,43,200"), Ias(3, "40,2,44,2,42,5,43,7,52,1,53,2"));

        Assert.Equal((0x1_0000_0000 + 105, 0x2_0000_0000 + 207), (sessions.BytesFromClients, sessions.BytesToClients));
    }

    [Fact]
    public void An_access_server_that_restarts_has_lost_its_sessions() =>
        Assert.Equal((1, 1), ((int)Of(Ias(0, "40,1,44,1"), Ias(1, "40,7"), Ias(2, "40,1,44,2")).PeakConcurrency, (int)Of(Ias(0, "40,1,44,1"), Ias(1, "40,7"), Ias(2, "40,1,44,2")).StillOpen));

    [Fact]
    public void Impossible_numbers_do_not_count() =>
        Assert.Equal((0, 0), (Of(Ias(0, "40,2,44,1,42,-5,43,99999999999999")).BytesFromClients, Of(Ias(0, "40,2,44,1,42,-5,43,99999999999999")).BytesToClients));

    private static string Ias(int minute, string attributes) => string.Create(
        CultureInfo.InvariantCulture, $"192.0.2.10,alice@corp.example,11/23/2026,10:{minute:00}:00,IAS,NPS1,4108,192.0.2.10,61,5,{attributes},4136,4,4142,0");

    private static NpsSessions Of(params string[] lines)
    {
        var builder = new NpsReportBuilder(new());
        builder.Add("IN2611.log", NpsLog.Read(new MemoryStream(Encoding.UTF8.GetBytes(string.Join("\r\n", lines)))));
        return builder.Build().Sessions;
    }
}
