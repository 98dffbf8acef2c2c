using System.Collections.Immutable;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Tests.Evidence.Transcripts;

public sealed class TranscriptReaderTests
{
    private const string Began =
        """{"kind":"aovpn-transcript","format":1,"program":"aovpn","host":"vpn.example.com","method":"tls","identity":"alice@corp.example.com","server-names":[],"trusted-roots":[],"at":"2026-11-20T08:00:00Z"}""";

    private const string Connect = """{"kind":"session","id":"connect","purpose":"connect","host":"vpn.example.com","address":"203.0.113.10","at":"2026-11-20T08:00:01Z"}""";

    [Fact]
    public void What_was_dialled_looked_up_and_pinged_is_read()
    {
        var seen = Read(
            """{"kind":"name","host":"vpn.example.com","type":"A","addresses":["203.0.113.10"],"answered":true,"milliseconds":3.5,"at":"2026-11-20T08:00:01Z"}""",
            """{"kind":"name","host":"vpn.example.com","type":"AAAA","addresses":[],"answered":true,"milliseconds":3.5,"at":"2026-11-20T08:00:01Z"}""",
            """{"kind":"ping","target":"203.0.113.10","answered":false,"at":"2026-11-20T08:00:01Z"}""");

        Assert.Equal("vpn.example.com", Assert.Single(seen.OfType<NameDialled>()).Server);
        Assert.Equal(["203.0.113.10"], Assert.Single(seen.OfType<NameResolved>()).Addresses);
        Assert.False(Assert.Single(seen.OfType<Reached>()).Answered);
        Assert.DoesNotContain(seen, one => one is ConnectionProbed);
    }

    [Fact]
    public void Each_address_is_read_with_what_it_answered()
    {
        // INVALID_KE_PAYLOAD (17) for group 14, NO_PROPOSAL_CHOSEN (14), an ICMP message, and a network that is not there.
        const string Asked = """{"kind":"session","id":"address HERE","purpose":"address","host":"vpn.example.com","address":"HERE","at":"2026-11-20T08:00:01Z"}""";
        const string GroupWanted = "010203040506070800000000000000002920222000000000000000260000000a00000011000e";
        var seen = Read(
        [
            .. new[] { "203.0.113.10", "203.0.113.11", "203.0.113.12", "2001:db8::10" }.Select(address => Asked.Replace("HERE", address, StringComparison.Ordinal)),
            $$"""{"kind":"datagram","id":"address 203.0.113.10","direction":"received","port":500,"remote":"203.0.113.10:500","transmission":1,"bytes":"{{GroupWanted}}","at":"2026-11-20T08:00:01Z"}""",
            """{"kind":"ended","id":"address 203.0.113.10","how":"refused","exchange":34,"message-id":0,"notify":17,"at":"2026-11-20T08:00:01Z"}""",
            """{"kind":"ended","id":"address 203.0.113.11","how":"refused","exchange":34,"message-id":0,"notify":14,"at":"2026-11-20T08:00:01Z"}""",
            """{"kind":"datagram","id":"address 203.0.113.12","direction":"unreachable","port":500,"remote":"203.0.113.12:500","transmission":1,"bytes":"","problem":"port-unreachable","at":"2026-11-20T08:00:01Z"}""",
            """{"kind":"ended","id":"address 203.0.113.12","how":"unreachable","at":"2026-11-20T08:00:01Z"}""",
            """{"kind":"datagram","id":"address 2001:db8::10","direction":"unreachable","port":500,"remote":"[2001:db8::10]:500","transmission":1,"bytes":"","problem":"network-unreachable","at":"2026-11-20T08:00:01Z"}""",
            """{"kind":"ended","id":"address 2001:db8::10","how":"unreachable","at":"2026-11-20T08:00:01Z"}""",
        ]);

        Assert.Equal(
            [("203.0.113.10", true, true, 14, null), ("203.0.113.11", true, false, null, null), ("203.0.113.12", false, null, null, true), ("2001:db8::10", (bool?)null, (bool?)null, (int?)null, (bool?)null)],
            seen.OfType<AddressAsked>().Select(one => (one.Address, one.Answered, one.Accepted, one.Group, one.Refused)));
        Assert.DoesNotContain(seen, one => one is Unreadable or ConnectionProbed or Reached);
    }

    [Fact]
    public void A_silent_resolver_is_another_thing_than_a_name_that_is_not_there()
    {
        static string Asked(bool answered) =>
            $$"""{"kind":"name","host":"vpn.example.com","type":"A","addresses":[],"answered":{{(answered ? "true" : "false")}},"milliseconds":3,"at":"2026-11-20T08:00:01Z"}""";

        Assert.True(Assert.Single(Read(Asked(false)).OfType<NameResolved>()).ResolverSilent);
        Assert.False(Assert.Single(Read(Asked(true)).OfType<NameResolved>()).ResolverSilent);
        Assert.Equal(Code.Windows(868u), Assert.Single(Read(Asked(true)).OfType<ConnectionProbed>()).Shows);
    }

    [Theory]
    [InlineData("\"how\":\"refused\",\"exchange\":34,\"notify\":14", 13868u)]
    [InlineData("\"how\":\"no-answer\",\"exchange\":34,\"message-id\":0,\"port\":500", 809u)]
    [InlineData("\"how\":\"gateway-not-trusted\",\"detail\":\"its certificate is not in force\"", 13801u)]
    public void Where_it_ended_has_the_code_that_Windows_shows(string how, uint code)
    {
        var probed = Assert.Single(Read(Connect, Ended("connect", how)).OfType<ConnectionProbed>());
        Assert.Equal((false, Code.Windows(code)), (probed.Established, probed.Shows));
    }

    [Fact]
    public void A_refused_port_is_told_from_a_silent_one()
    {
        var refused = Read(
            Session("reach 500", "reach"),
            """{"kind":"datagram","id":"reach 500","direction":"unreachable","port":500,"remote":"203.0.113.10:500","transmission":1,"bytes":"","problem":"port-unreachable","at":"2026-11-20T08:00:02Z"}""",
            Ended("reach 500", "\"how\":\"unreachable\""));
        Assert.Equal((false, true), Assert.Single(refused.OfType<Reached>().Select(one => (one.Answered, one.Refused))));

        var silent = Read(Session("reach 500", "reach"), Ended("reach 500", "\"how\":\"no-answer\",\"exchange\":34,\"message-id\":0,\"port\":500"));
        Assert.Equal((false, null), Assert.Single(silent.OfType<Reached>().Select(one => (one.Answered, one.Refused))));
    }

    [Fact]
    public void EAP_comes_together_from_its_steps_and_a_late_refusal_is_a_silent_RADIUS_server()
    {
        static string Step(string step, string at = "2026-11-20T08:00:02Z") => $$"""{"kind":"eap","id":"connect","step":{{step}},"at":"{{at}}"}""";
        const string Sent = """{"kind":"datagram","id":"connect","direction":"sent","port":4500,"remote":"203.0.113.10:4500","transmission":1,"bytes":"00","at":"2026-11-20T08:00:02Z"}""";

        var nak = Assert.Single(Read(
            Connect, Step("""{"name":"method-offered","type":25}"""), Step("""{"name":"method-refused","type":25,"desired":[13]}"""),
            Ended("connect", "\"how\":\"eap-failed\",\"detail\":\"no-common-method\"")).OfType<EapAuthentication>());
        Assert.Equal((EapEnd.NoCommonMethod, 25, 13, "alice@corp.example.com"), (nak.End, nak.Offered[0], nak.Asked[0], nak.User));

        const string Again = """{"kind":"datagram","id":"connect","direction":"sent","port":4500,"remote":"203.0.113.10:4500","transmission":2,"bytes":"00","at":"2026-11-20T08:00:04Z"}""";
        var late = Assert.Single(Read(
            Connect, Sent, Again, Step("""{"name":"ended","success":false}""", "2026-11-20T08:00:05Z"), Ended("connect", "\"how\":\"eap-failed\",\"detail\":\"refused-at-identity\"")).OfType<EapAuthentication>());
        Assert.True(late.IsAfterSilence);
    }

    [Fact]
    public void Damage_is_cited_and_the_rest_is_read()
    {
        var seen = Read(
            "{half a line", """{"kind":"no such kind","at":"2026-11-20T08:00:00Z"}""", """{"kind":"ping"}""",
            """{"kind":"opened","id":"connect","sent":false,"exchange":35,"message-id":1,"response":true,"first":41,"payloads":"zz","at":"2026-11-20T08:00:02Z"}""",
            """{"kind":"ping","target":"203.0.113.10","answered":true,"at":"2026-11-20T08:00:01Z"}""");

        Assert.Equal([2L, 3L], seen.OfType<Unreadable>().Select(one => ((Locator.Lines)one.Source.Locator).First).Take(2));
        Assert.True(Assert.Single(seen.OfType<Reached>()).Answered);
    }

    private static string Session(string id, string purpose) => $$"""{"kind":"session","id":"{{id}}","purpose":"{{purpose}}","host":"vpn.example.com","address":"203.0.113.10","at":"2026-11-20T08:00:01Z"}""";

    private static string Ended(string id, string how) => $$"""{"kind":"ended","id":"{{id}}",{{how}},"at":"2026-11-20T08:00:09Z"}""";

    private static ImmutableArray<Observation> Read(params string[] lines)
    {
        var reading = EvidenceReading.Default.Read(ArtifactContent.Of(new("probe.jsonl"), string.Join('\n', [Began, .. lines])));
        Assert.Equal(["aovpn-transcript"], reading.Kinds);
        return reading.Observations;
    }
}
