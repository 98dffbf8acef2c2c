using System.Runtime.CompilerServices;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Judgement;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Diagnosis.Rules;

namespace Aovpn.Probes.Tests;

/// <summary>The logs of the lab's gateway and RADIUS server: strongSwan and FreeRADIUS.</summary>
public sealed class GatewayLogTests
{
    [Fact]
    public void FreeRadius_says_who_was_refused_and_why()
    {
        var reading = Read("freeradius/radius.log");

        Assert.Equal(["freeradius-log"], reading.Kinds);
        Assert.Equal(
            [
                ("alice@corp.example.com", RadiusOutcome.Accepted, null),
                ("mallory@corp.example.com", RadiusOutcome.Rejected, RefusalGround.NoSuchUser),
                ("bob@corp.example.com", RadiusOutcome.Rejected, RefusalGround.PurposeMissing),
                ("carol@corp.example.com", RadiusOutcome.Rejected, RefusalGround.CertificateExpired),
                ("dave@corp.example.com", RadiusOutcome.Rejected, RefusalGround.MethodRefused),
            ],
            reading.Observations.OfType<RadiusDecision>().Select(seen => (seen.User, seen.Outcome, seen.Ground)));
        Assert.Equal(
            [("192.0.2.99", true), ("192.0.2.10", false)], reading.Observations.OfType<RadiusRequestDropped>().Select(seen => (seen.Client, seen.IsUnknownClient)));
    }

    [Fact]
    public void The_words_inside_the_tunnel_are_cited_where_they_stand()
    {
        var bob = Read("freeradius/radius.log").Observations.OfType<RadiusDecision>().Single(seen => seen.User == "bob@corp.example.com");

        Assert.Equal(new Locator.Lines(6), bob.Cite(nameof(RadiusDecision.Words)).Locator);
        Assert.Equal(new Locator.Lines(7), bob.Source.Locator);
    }

    [Theory]
    [InlineData("Login incorrect (mschap: MS-CHAP2-Response is incorrect): [erin/S3cret!] (from client vpn1 port 1 cli x)", "erin", RefusalGround.PasswordWrong)]
    [InlineData("Login incorrect (the account is locked out): [host/pc1.corp.example.com/<via Auth-Type = eap>] (from client vpn1 port 1)", "host/pc1.corp.example.com", RefusalGround.AccountLockedOut)]
    [InlineData("Login incorrect (eap_peap: (TLS) Alert read:fatal:certificate expired): [erin] (from client vpn1 port 1)", "erin", RefusalGround.ServerCertificateRefused)]
    [InlineData("Login incorrect (no network policy matches): [erin] (from client vpn1 port 1)", "erin", RefusalGround.NoPolicy)]
    [InlineData("Login incorrect: [erin] (from client vpn1 port 1)", "erin", null)]
    [InlineData("Login incorrect (a) (b: [erin] (from client vpn1 port 1)", "erin", null)]
    public void A_login_is_read_without_its_password(string text, string user, RefusalGround? ground)
    {
        var decision = Assert.IsType<RadiusDecision>(Assert.Single(Read(Encoded($"Sun Nov  1 09:15:02 2026 : Auth: (1) {text}\n")).Observations));

        Assert.Equal((user, ground), (decision.User, decision.Ground));
        Assert.DoesNotContain("S3cret", decision.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("freeradius/radius.log", "AOV521", "AOV609", "AOV520", "AOV601", "AOV613", "AOV614")]
    [InlineData("strongswan/charon.log", "AOV625", "AOV411", "AOV412", "AOV701", "AOV306")]
    public void The_causes_that_a_log_names_are_found(string sample, params string[] causes)
    {
        var reading = Read(sample);

        var diagnosis = new Engine(RuleBook.Default).Diagnose(reading.Observations, [], new(new(2026, 11, 22, 22, 0, 0, TimeSpan.Zero), null, Scope.Everything));

        Assert.Equal(causes.Order(), diagnosis.Findings.Where(finding => finding.Verdict is VerdictKind.Found).Select(finding => finding.Page.Id).Intersect(causes).Order());
    }

    [Fact]
    public void Charon_says_why_a_connection_fails()
    {
        var reading = Read("strongswan/charon.log");

        Assert.Equal(["charon-log"], reading.Kinds);
        Assert.Equal(11, reading.Records);
        Assert.Equal(
            [
                GatewayRemark.RadiusTimedOut, GatewayRemark.RadiusPortClosed, GatewayRemark.NoAddress, GatewayRemark.ClientCertificateNotInForce,
                GatewayRemark.SelectorsRefused, GatewayRemark.NoPrivateKey,
            ],
            reading.Observations.OfType<GatewaySaid>().Select(seen => seen.Remark));
    }

    /// <summary>A probe that asks for each algorithm by itself is refused by a healthy gateway too.</summary>
    [Theory]
    [InlineData(false, VerdictKind.Found)]
    [InlineData(true, VerdictKind.RuledOut)]
    public void Refused_questions_of_a_probe_are_no_refused_client(bool besideProbe, VerdictKind expected)
    {
        const string Log = """
            09:58:00 07[IKE] 198.51.100.10 is initiating an IKE_SA
            09:58:00 07[IKE] received proposals unacceptable
            """;
        const string Transcript = """
            {"kind":"aovpn-transcript","format":1,"program":"aovpn","host":"vpn.example.com","method":"stranger","server-names":[],"trusted-roots":[],"at":"2026-11-20T08:00:00Z"}
            {"kind":"session","id":"suite 3DES","purpose":"suite","host":"vpn.example.com","address":"203.0.113.10","at":"2026-11-20T08:00:01Z"}
            {"kind":"ended","id":"suite 3DES","how":"refused","exchange":34,"message-id":0,"notify":14,"at":"2026-11-20T08:00:02Z"}
            {"kind":"session","id":"suite offer of the client","purpose":"suite","host":"vpn.example.com","address":"203.0.113.10","at":"2026-11-20T08:00:03Z"}
            {"kind":"ended","id":"suite offer of the client","how":"refused","exchange":34,"message-id":0,"notify":17,"at":"2026-11-20T08:00:04Z"}
            """;
        Observation[] seen = [.. Read(ArtifactContent.Of(new Artifact("charon.log"), Log)).Observations, .. besideProbe ? Read(ArtifactContent.Of(new Artifact("probe.jsonl"), Transcript)).Observations : []];

        var diagnosis = new Engine(RuleBook.Default).Diagnose([.. seen], [], new(new(2026, 11, 22, 22, 0, 0, TimeSpan.Zero), null, Scope.Everything));

        Assert.Equal(expected, diagnosis.Findings.Single(finding => finding.Page.Id == "AOV301").Verdict);
    }

    [Theory]
    [InlineData("pool 'corp' is full, unable to assign address", "CFG", GatewayRemark.PoolFull)]
    [InlineData("no acceptable proposal found", "IKE", GatewayRemark.ChildProposalsRefused)]
    [InlineData("traffic selectors 10.10.8.10/32 === 10.10.0.0/24 unacceptable", "IKE", GatewayRemark.SelectorsRefused)]
    public void Each_remark_is_known_by_its_group_and_words(string words, string group, GatewayRemark remark)
    {
        var reading = Read(ArtifactContent.Of(new Artifact("charon.log"), $"09:58:00 07[{group}] {words}\n09:58:00 07[NET] {words}\n"));

        Assert.Equal((remark, words), Assert.Single(reading.Observations.OfType<GatewaySaid>().Select(seen => (seen.Remark, seen.Words))));
    }

    private static Reading Read(string sample) => Read(ArtifactContent.Of(new Artifact(sample), File.ReadAllBytes(Path.Combine(Samples(), sample))));

    private static Reading Read(ArtifactContent content) => EvidenceReading.Default.Read(content);

    private static ArtifactContent Encoded(string text) => ArtifactContent.Of(new Artifact("radius.log"), text);

    private static string Samples([CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source)!, "..", "samples");
}
