using System.Collections.Immutable;
using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Tests.Correlation;

public sealed class ConnectionAttemptsTests
{
    private const string CoId = "0b2a9e0c-8f5d-4b8e-9d3a-1c2d3e4f5a6b";

    private static readonly DateTime Noon = new(2026, 11, 22, 12, 0, 0, DateTimeKind.Unspecified);
    private static readonly Host Laptop = new(HostRole.Client, "PC1");
    private static readonly Host Gateway = new(HostRole.VpnServer, "RRAS1");
    private static readonly Host Nps = new(HostRole.NpsServer, "NPS1");

    [Fact]
    public void One_attempt_joins_three_hosts_whose_clocks_differ_by_seven_minutes_and_an_hour()
    {
        ImmutableArray<Observation> seen =
        [
            Failed(Noon, "CORP\\alice", CoId, 812),
            Refused(Noon.AddMinutes(7), "CORP\\alice", CoId, 812),
            Rejected(Noon.AddHours(1), "alice@corp.example", 66),
        ];

        var clocks = ClockOffsets.Solve(seen);
        var attempt = Assert.Single(ConnectionAttempts.Join(seen, clocks));

        Assert.Equal(3, attempt.Observations.Length);
        Assert.Equal(Code.Windows(812u), attempt.Failure);
        Assert.Equal(CoId, attempt.Id);
        Assert.Equal(
            [
                "the clock of NPS1 is 1 h ahead of that of PC1; attempts are joined accordingly",
                "the clock of RRAS1 is 7 min ahead of that of PC1; attempts are joined accordingly",
            ],
            clocks.Notes.Select(note => note.ToString()));
    }

    [Fact]
    public void Attempts_of_other_users_in_between_do_not_confuse_the_clocks()
    {
        string[] users = ["alice", "bob", "carol", "dave"];
        ImmutableArray<Observation> seen =
        [
            .. users.Select((user, index) => Failed(Noon.AddMinutes(index * 3), $"CORP\\{user}", null, 812)),
            .. users.Select((user, index) => Rejected(Noon.AddMinutes(index * 3 - 7).AddSeconds(2), $"CORP\\{user}", 66)),
            Rejected(Noon.AddHours(-3), "CORP\\alice", 66),
        ];

        var clocks = ClockOffsets.Solve(seen);

        Assert.Contains("NPS1 is 7 min behind", Assert.Single(clocks.Notes).ToString());
        Assert.Equal(5, ConnectionAttempts.Join(seen, clocks).Length);
    }

    [Fact]
    public void Where_nothing_tells_which_of_two_differences_is_right_clocks_are_taken_at_their_word()
    {
        ImmutableArray<Observation> seen =
        [
            Failed(Noon, "alice", null, 812), Rejected(Noon.AddMinutes(10), "alice", 66), Rejected(Noon.AddMinutes(25), "alice", 66),
        ];

        var clocks = ClockOffsets.Solve(seen);

        Assert.Empty(clocks.Notes);
        Assert.Equal(3, ConnectionAttempts.Join(seen, clocks).Length);
    }

    [Fact]
    public void Request_and_reply_of_NPS_are_one_by_Class()
    {
        var request = Rejected(Noon, "alice", 0) with { Outcome = RadiusOutcome.Requested, Class = "311 1 192.0.2.20 1" };
        var reply = Rejected(Noon.AddSeconds(1), "alice", 66) with { Class = "311 1 192.0.2.20 1" };

        Assert.Single(ConnectionAttempts.Join([request, reply], ClockOffsets.Solve([request, reply])));
    }

    [Fact]
    public void Two_refusals_by_one_NPS_are_two_attempts_however_near()
    {
        ImmutableArray<Observation> seen = [Rejected(Noon, "alice", 66), Rejected(Noon.AddSeconds(5), "alice", 66)];

        Assert.Equal(2, ConnectionAttempts.Join(seen, ClockOffsets.Solve(seen)).Length);
    }

    [Fact]
    public void Wi_Fi_is_nobodys_attempt() =>
        Assert.Empty(ConnectionAttempts.Join([Rejected(Noon, "alice", 66) with { IsVpn = false }], ClockOffsets.Solve([])));

    [Fact]
    public void Ten_thousand_attempts_join_in_linear_memory()
    {
        ImmutableArray<Observation> seen =
        [
            .. Enumerable.Range(0, 10_000).SelectMany(index => new Observation[]
            {
                Failed(Noon.AddSeconds(index * 7), $"user{index % 500}", null, 812),
                Rejected(Noon.AddSeconds(index * 7 + 1), $"user{index % 500}", 66),
            }),
        ];

        Assert.Equal(10_000, ConnectionAttempts.Join(seen, ClockOffsets.Solve(seen)).Length);
    }

    [Fact]
    public void Thirty_thousand_requests_of_one_user_within_a_minute_are_joined_without_going_through_them_again()
    {
        ImmutableArray<Observation> seen =
        [
            .. Enumerable.Range(0, 30_000).Select(index => Rejected(Noon.AddMilliseconds(index), "alice", 0) with { Outcome = RadiusOutcome.Requested }),
        ];

        Assert.Equal(30_000, Assert.Single(ConnectionAttempts.Join(seen, ClockOffsets.Solve(seen))).Observations.Length);
    }

    private static ConnectionFailed Failed(DateTime wall, string user, string? coId, uint code) =>
        new(Cite("client.txt"), Laptop, new(wall, TimeSpan.Zero, Laptop), user, "Corp VPN", coId, Code.Windows(code));

    private static GatewayEvent Refused(DateTime wall, string user, string? coId, uint code) =>
        new(Cite("gateway.txt"), Gateway, new(wall, TimeSpan.Zero, Gateway), 20271, user, coId, Code.Windows(code), null, null);

    private static RadiusDecision Rejected(DateTime wall, string user, uint reason) =>
        new(Cite("nps.txt"), Nps, new(wall, TimeSpan.Zero, Nps), RadiusOutcome.Rejected, Code.NpsReason(reason), user, null, null, null, null,
            new(null, "192.0.2.10", null, null, "Virtual"), null, null, null);

    private static Citation Cite(string artifact) => new(new(artifact), new Locator.Lines(1));
}
