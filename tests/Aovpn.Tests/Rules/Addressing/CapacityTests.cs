using System.Collections.Immutable;
using Aovpn.Diagnosis.Judgement;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Diagnosis.Rules;
using Aovpn.Diagnosis.Rules.Addressing;

namespace Aovpn.Tests.Rules.Addressing;

/// <summary>Pool and ports against the sessions that the accounting of NPS shows.</summary>
public sealed class CapacityTests
{
    private static readonly Citation Place = new(new Artifact("accounting", Host.NpsServer), new Locator.Lines(1));

    [Fact]
    public void A_pool_is_too_small_when_as_many_sessions_were_open_as_it_has_addresses_for_clients()
    {
        var verdict = Assert.Single(Judge(new AddressPoolEmpty(), Pool("10.10.8.1-10.10.8.3"), Started("a", 1), Started("b", 2)));

        Assert.Equal(VerdictKind.Found, verdict.Kind);
        Assert.Equal("the pool 10.10.8.1-10.10.8.3 has 2 addresses for clients, and 2 sessions were open at once", verdict.Message.ToString());
    }

    [Fact]
    public void A_session_that_ended_before_leaves_its_address() =>
        Assert.Empty(Judge(new AddressPoolEmpty(), Pool("10.10.8.1-10.10.8.3"), Started("a", 1), Stopped("a", 2), Started("b", 3)));

    [Theory]
    [InlineData("10.10.8.0/24")]
    [InlineData("10.10.8.9-10.10.8.1")]
    [InlineData("-")]
    public void A_range_of_another_form_is_not_judged(string range) => Assert.Empty(Judge(new AddressPoolEmpty(), Pool(range), Started("a", 1)));

    [Fact]
    public void Ports_are_exhausted_when_as_many_sessions_were_open_as_there_are_ports()
    {
        var verdict = Assert.Single(Judge(new PortsExhausted(), Configured(null) with { Ikev2Ports = 2 }, Started("a", 1), Started("b", 2)));

        Assert.Equal("the VPN server has 2 ports for IKEv2, and 2 sessions were open at once", verdict.Message.ToString());
    }

    private static ImmutableArray<Verdict> Judge(IRule rule, params ImmutableArray<Observation> seen) =>
        Engine.Run(rule, new CaseFile(seen, DateTimeOffset.UnixEpoch));

    private static GatewayConfigured Pool(string range) => Configured([range]);

    private static GatewayConfigured Configured(ImmutableArray<string>? ranges) => new(Place, Host.VpnServer, null, ranges, null, null, null);

    private static RadiusDecision Started(string session, int minute) => Session(RadiusOutcome.SessionStarted, session, minute);

    private static RadiusDecision Stopped(string session, int minute) => Session(RadiusOutcome.SessionStopped, session, minute);

    private static RadiusDecision Session(RadiusOutcome outcome, string session, int minute) => new(
        Place, Host.NpsServer, When.Utc(DateTimeOffset.UnixEpoch.AddMinutes(minute), Host.NpsServer), outcome, null, "alice", null, null, null, null,
        new RadiusClient(null, null, null, null, null), null, session, null);
}
