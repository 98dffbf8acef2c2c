using System.Runtime.CompilerServices;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Nps;

/// <summary>One deployment, thirteen attempts, in every form in which NPS logs them (<c>tests/samples/nps</c>).</summary>
public sealed class NpsSampleTests
{
    private static readonly uint[] Reasons = [16, 22, 48, 65, 66, 258, 259, 262, 265, 269, 295];

    public static TheoryData<string> Whole => ["odbc-66-columns.log", "odbc-60-columns.log", "ias.log", "dts.log"];

    public static TheoryData<string> All => [.. Directory.GetFiles(Folder()).Select(file => Path.GetFileName(file)).Where(name => name != "README.md")];

    [Theory]
    [MemberData(nameof(Whole))]
    public void Every_attempt_is_read_with_its_reason_user_and_client(string file)
    {
        var reading = Read.Bytes(Bytes(file));
        Assert.Equal(54, reading.Records);
        var decisions = reading.Observations.Cast<RadiusDecision>().ToList();
        Assert.Equal(54, decisions.Count);

        var rejected = decisions.Where(decision => decision.Outcome is RadiusOutcome.Rejected).ToList();
        Assert.Equal(Reasons, rejected.Select(decision => decision.Reason!.Value.Value));
        Assert.Equal("CORP\\bob CORP\\carol CORP\\dave CORP\\erin CORP\\frank CORP\\grace CORP\\heidi CORP\\ivan CORP\\judy CORP\\mallory CORP\\niaj", string.Join(' ', rejected.Select(one => one.User)));
        Assert.Equal("198.51.100.22", rejected[0].CallingStation);
        Assert.Equal((null, "EAP", null), (rejected[2].NetworkPolicy, rejected[2].AuthenticationType, rejected[2].EapType));
        Assert.Equal(("Connections to other access servers", "Microsoft: Protected EAP (PEAP)"), (rejected[3].NetworkPolicy, rejected[3].EapType));
        Assert.Equal(Code.Windows(691u), Assert.Single(rejected, one => one.MsChapError is not null).MsChapError);

        Assert.Equal(2, decisions.Count(decision => decision.Outcome is RadiusOutcome.Accepted));
        Assert.Equal((2, 2, 2), (Count(RadiusOutcome.SessionStarted), Count(RadiusOutcome.SessionInterim), Count(RadiusOutcome.SessionStopped)));
        Assert.All(decisions, one => Assert.True(one.IsVpn && one.Client.PortType == "Virtual" && one.Client.Address == "192.0.2.10" && one.About == new Host(HostRole.NpsServer, "NPS1")));
        Assert.All(decisions, one => Assert.Equal(new DateTime(2026, 11, 23), one.At!.Wall.Date));

        int Count(RadiusOutcome outcome) => decisions.Count(decision => decision.Outcome == outcome);
    }

    [Theory]
    [InlineData("odbc-66-columns.log", "nps-odbc-log", "Virtual Private Network (VPN) Connections", "VPN1, Frankfurt")]
    [InlineData("odbc-60-columns.log", "nps-odbc-log", null, "VPN1, Frankfurt")]
    [InlineData("odbc-heading.csv", "nps-odbc-log", "Virtual Private Network (VPN) Connections", "VPN1, Frankfurt")]
    [InlineData("ias.log", "nps-ias-log", "Virtual Private Network (VPN) Connections", "VPN1, Frankfurt")]
    [InlineData("dts.log", "nps-xml-log", "Virtual Private Network (VPN) Connections", "VPN1 & VPN2")]
    [InlineData("dts-pretty.xml", "nps-xml-log", "Virtual Private Network (VPN) Connections", "VPN1 & VPN2")]
    public void Each_form_is_recognised_by_its_content(string file, string kind, string? requestPolicy, string client)
    {
        var reading = Read.Bytes(Bytes(file));
        Assert.Equal([kind], reading.Kinds);
        var decision = reading.Observations.OfType<RadiusDecision>().Last();
        Assert.Equal((requestPolicy, client), (decision.ConnectionRequestPolicy, decision.Client.Name));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Damaged_copies_give_decisions_and_unreadable_places_and_nothing_else(string file)
    {
        foreach (var copy in Damaged.Copies(Bytes(file), copies: 30))
        {
            Assert.DoesNotContain(
                Read.Bytes(copy).Observations.Where(seen => seen.Source.Provenance is Provenance.Recorded && seen is not (RadiusDecision or Unreadable)),
                seen => seen is RadiusTraffic or ConnectionFailed or GatewayEvent);
        }
    }

    [Fact]
    public void A_damaged_line_leaves_the_others_as_they_are()
    {
        var lines = File.ReadAllText(Path.Combine(Folder(), "odbc-66-columns.log")).Split("\r\n");
        lines[10] = lines[10][..40];
        lines[20] = "\0\0\0\0" + lines[20];
        lines[30] = new string('x', 2_000_000);
        var reading = Read.Text(string.Join("\r\n", lines));
        Assert.Equal(["nps-odbc-log"], reading.Kinds);
        Assert.Equal(52, reading.Records);
        Assert.Equal(["line 11", "line 21", "line 31"], reading.Observations.OfType<Unreadable>().Select(one => one.Source.Locator.ToString()));
    }

    private static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(Folder(), file));

    private static string Folder([CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "..", "samples", "nps"));
}
