using Aovpn.Cli;
using Aovpn.Probes.Tests.Sessions.L2tp;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Cli;

/// <summary><c>aovpn probe</c> of L2TP/IPsec against a server on loopback, with the pre-shared key of a ProfileXML, which nothing may show.</summary>
public sealed class L2tpProbeTests
{
    private const string Key = "kX4-plumbago-71";

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("html")]
    [InlineData("sarif")]
    public async Task The_profiles_key_opens_the_link_and_is_nowhere_to_be_read(string format)
    {
        var gateway = new FakeL2tpGateway(Key);
        await using var server = new LoopbackL2tpGateway(gateway);
        using var folder = new TemporaryFolder();
        var (transcript, report) = (Path.Combine(folder.Path, "l2tp.jsonl"), Path.Combine(folder.Path, "report"));
        var run = Run.Aovpn(["probe", "--profile", Profile(folder, Key), .. At(server), "--transcript", transcript, "--keys", "--all", "--format", format, "--output", report]);

        Assert.Equal(ExitStatus.NothingFound, run.Status);
        Assert.Contains("LCP Configure-Request", gateway.Seen);
        var written = await File.ReadAllTextAsync(transcript, TestContext.Current.CancellationToken);
        Assert.Contains("\"proved\":true", written, StringComparison.Ordinal);
        foreach (var form in new[] { Key, Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(Key)), Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Key)) })
            Assert.DoesNotContain(form, run.Output + run.Error + written + await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Another_key_than_the_servers_is_the_cause()
    {
        await using var server = new LoopbackL2tpGateway(new(Key + "!"));
        using var folder = new TemporaryFolder();
        var run = Run.Aovpn(["probe", "--profile", Profile(folder, Key), .. At(server)]);

        Assert.Equal(ExitStatus.Found, run.Status);
        Assert.Contains("AOV312", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_comes_before_the_profile()
    {
        var gateway = new FakeL2tpGateway(Key);
        await using var server = new LoopbackL2tpGateway(gateway);
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "psk.txt");
        await File.WriteAllTextAsync(file, Key, TestContext.Current.CancellationToken);
        var run = Run.Aovpn(["probe", "--profile", Profile(folder, "an old one"), "--psk-file", file, .. At(server)]);

        Assert.Equal(ExitStatus.NothingFound, run.Status);
        Assert.Contains("LCP Configure-Request", gateway.Seen);
    }

    [Fact]
    public void A_dry_run_says_that_there_is_a_key_and_not_which()
    {
        using var folder = new TemporaryFolder();
        var run = Run.Aovpn("probe", "--profile", Profile(folder, Key), "--dry-run");

        Assert.Contains("IKEv1 with the pre-shared key", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, run.Output + run.Error, StringComparison.Ordinal);
    }

    private static string[] At(LoopbackL2tpGateway server) => ["--address", "127.0.0.1", "--port", $"{server.IkePortNumber}", "--port-4500", $"{server.NatTraversalPortNumber}"];

    private static string Profile(TemporaryFolder folder, string key)
    {
        var path = Path.Combine(folder.Path, "profile.xml");
        File.WriteAllText(path, $"""
            <VPNProfile>
              <NativeProfile>
                <Servers>vpn.example.com</Servers>
                <NativeProtocolType>L2tp</NativeProtocolType>
                <L2tpPsk>{key}</L2tpPsk>
                <Authentication><UserMethod>MSChapv2</UserMethod></Authentication>
                <RoutingPolicyType>SplitTunnel</RoutingPolicyType>
              </NativeProfile>
            </VPNProfile>
            """);
        return path;
    }
}
