using System.Collections.Immutable;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Judgement;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Rules;

namespace Aovpn.Tests.Judgement;

/// <summary>What a probe's report says of the VPN server beside its algorithms, from the bytes that it sent.</summary>
public sealed class GatewayTraitsTests
{
    /// <summary>IKE_SA_INIT: SA with AES-CBC-256, HMAC-SHA2-256 and group 14, then a vendor id, MS NT5 ISAKMPOAKLEY version 9.</summary>
    private const string FromWindows =
        "01020304050607081112131415161718212022200000000000000064" +
        "2b0000300000002c010100040300000c0100000c800e01000300000802000005030000080300000c000000080400000e" +
        "000000181e2b516905991c7d7c96fcbfb587e46100000009";

    /// <summary>The same with a payload in the vendor id's place: N(IKEV2_FRAGMENTATION_SUPPORTED), 16430.</summary>
    private const string Fragmenting =
        "01020304050607081112131415161718212022200000000000000054" +
        "290000300000002c010100040300000c0100000c800e01000300000802000005030000080300000c000000080400000e" +
        "000000080000402e";

    /// <summary>N(COOKIE), 16390, of four bytes.</summary>
    private const string Cookie = "01020304050607080000000000000000292022200000000000000028" + "0000000c0000400601020304";

    /// <summary>N(INVALID_KE_PAYLOAD), 17, for group 14.</summary>
    private const string AnotherGroup = "01020304050607080000000000000000292022200000000000000026" + "0000000a00000011000e";

    [Fact]
    public void A_windows_server_is_named_by_its_vendor_id() => Assert.Contains(
        "Vendor ids of the VPN server: Microsoft: Windows 8, Windows Server 2012, or later", Notes([.. Reach(AnotherGroup), .. Connect(FromWindows)]));

    [Fact]
    public void A_server_that_does_not_say_what_it_is_is_told_so() => Assert.Contains(
        "Vendor ids: none; the VPN server does not say what it is", Notes([.. Reach(AnotherGroup), .. Connect(Fragmenting)]));

    [Fact]
    public void A_cookie_is_told_where_one_was_demanded()
    {
        Assert.Contains(Notes([.. Reach(Cookie, AnotherGroup)]), note => note.StartsWith("The VPN server demands a cookie (RFC 7296, section 2.6)", StringComparison.Ordinal));
        Assert.Contains("The VPN server demands no cookie; it answered the first request", Notes([.. Reach(AnotherGroup)]));
        Assert.DoesNotContain(Notes([.. Reach()]), note => note.Contains("cookie", StringComparison.Ordinal));
    }

    [Fact]
    public void Large_datagrams_that_arrive_or_are_not_needed_are_no_fault()
    {
        Assert.Contains("IP fragments: they reach the VPN server; an IKE_SA_INIT of 3008 bytes was answered", Notes([.. Reach(AnotherGroup), .. Large(AnotherGroup)]));
        Assert.Contains(
            "IP fragments: none reach the VPN server; an IKE_SA_INIT of 3008 bytes was not answered. It fragments inside IKE (RFC 7383), so that a client that does so too needs none",
            Notes([.. Reach(AnotherGroup), .. Large(), .. Connect(Fragmenting)]));
        Assert.DoesNotContain(Diagnose([.. Reach(AnotherGroup), .. Large(), .. Connect(Fragmenting)]).Findings, finding => finding.Verdict is VerdictKind.Found);
    }

    [Fact]
    public void Large_datagrams_that_are_lost_and_needed_are_one() => Assert.Equal(
        ["AOV205"], Diagnose([.. Reach(AnotherGroup), .. Large(), .. Connect(FromWindows)]).Findings.Where(finding => finding.Verdict is VerdictKind.Found).Select(finding => finding.Page.Id));

    private static string[] Reach(params string[] answers) =>
    [
        Session("reach 500", "reach"), .. answers.Select(bytes => Received("reach 500", bytes)),
        answers.Length == 0 ? Silent("reach 500", 540) : """{"kind":"ended","id":"reach 500","how":"refused","exchange":34,"message-id":0,"notify":17,"at":"2026-11-20T08:00:02Z"}""",
    ];

    private static string[] Large(params string[] answers) =>
    [
        Session("large datagram", "large"), $$"""{"kind":"datagram","id":"large datagram","direction":"sent","port":500,"remote":"203.0.113.10:500","transmission":1,"bytes":"{{new string('0', 6016)}}","at":"2026-11-20T08:00:02Z"}""",
        .. answers.Select(bytes => Received("large datagram", bytes)),
        answers.Length == 0 ? Silent("large datagram", 3008) : """{"kind":"ended","id":"large datagram","how":"refused","exchange":34,"message-id":0,"notify":17,"at":"2026-11-20T08:00:03Z"}""",
    ];

    private static string[] Connect(string answer) => [Session("connect", "stranger"), Received("connect", answer)];

    private static string Session(string id, string purpose) =>
        $$"""{"kind":"session","id":"{{id}}","purpose":"{{purpose}}","host":"vpn.example.com","address":"203.0.113.10","at":"2026-11-20T08:00:01Z"}""";

    private static string Received(string id, string bytes) =>
        $$"""{"kind":"datagram","id":"{{id}}","direction":"received","port":500,"remote":"203.0.113.10:500","transmission":1,"bytes":"{{bytes}}","at":"2026-11-20T08:00:02Z"}""";

    private static string Silent(string id, int size) =>
        $$"""{"kind":"ended","id":"{{id}}","how":"no-answer","exchange":34,"message-id":0,"port":500,"size":{{size}},"at":"2026-11-20T08:00:05Z"}""";

    private static ImmutableArray<string> Notes(string[] lines) => [.. Diagnose(lines).Notes.Select(note => note.ToString())];

    private static Diagnosis.Model.Diagnosis Diagnose(string[] lines)
    {
        const string Began = """{"kind":"aovpn-transcript","format":1,"program":"aovpn","host":"vpn.example.com","method":"stranger","server-names":[],"trusted-roots":[],"at":"2026-11-20T08:00:00Z"}""";
        var reading = EvidenceReading.Default.Read(ArtifactContent.Of(new Artifact("probe.jsonl", Host.Client), string.Join('\n', [Began, .. lines]) + "\n"));
        return new Engine(RuleBook.Default).Diagnose(reading.Observations, [], new(DateTimeOffset.UnixEpoch, null, Scope.Everything));
    }
}
