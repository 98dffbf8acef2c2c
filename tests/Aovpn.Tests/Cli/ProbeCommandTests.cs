using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Aovpn.Cli;

namespace Aovpn.Tests.Cli;

/// <summary>What is typed after <c>aovpn probe</c>, and a run against loopback, where nobody listens.</summary>
public sealed class ProbeCommandTests
{
    [Theory]
    [InlineData("name the VPN server")]
    [InlineData("--suite rot13: write cipher", "vpn.example.com", "--suite", "rot13")]
    [InlineData("--esp aes: write cipher", "vpn.example.com", "--esp", "aes")]
    [InlineData("--resolver somewhere is no address", "vpn.example.com", "--resolver", "somewhere")]
    [InlineData("--address here is no address", "vpn.example.com", "--address", "here")]
    [InlineData("is no URL", "vpn.example.com", "--external-address", "ftp://example.com")]
    [InlineData("between 1 and 600", "vpn.example.com", "--give-up-after", "0")]
    [InlineData("--identity names the user", "vpn.example.com", "--method", "peap-mschapv2", "--password-env", "NO_SUCH_VARIABLE")]
    [InlineData("NO_SUCH_VARIABLE, which --password-env names, is not set", "vpn.example.com", "--identity", "alice", "--method", "peap-mschapv2", "--password-env", "NO_SUCH_VARIABLE")]
    [InlineData("lets whoever reads along crack the password", "vpn.example.com", "--identity", "alice", "--method", "mschapv2", "--password-env", "PATH")]
    [InlineData("no-such-file.pem cannot be read", "vpn.example.com", "--roots", "no-such-file.pem")]
    [InlineData("only an IKEv2 connection can be made by itself", "vpn.example.com", "--connection-only", "--tunnel", "sstp")]
    public void What_cannot_be_carried_out_is_one_sentence(string sentence, params string[] typed)
    {
        var (status, output, error) = Run(["probe", .. typed]);

        Assert.Equal((ExitStatus.Usage, ""), (status, output));
        Assert.Contains(sentence, error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_root_is_named()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "-----BEGIN CERTIFICATE-----\nMIIBAgMEBQ==\n-----END CERTIFICATE-----\n");

            var (status, output, error) = Run("probe", "vpn.example.com", "--roots", path);

            Assert.Equal((ExitStatus.Usage, ""), (status, output));
            Assert.Contains($"{path} cannot be read: its certificate number 1 is damaged", error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_dry_run_says_what_would_be_sent_to_whom_and_sends_nothing()
    {
        var (status, output, error) = Run("probe", "vpn.example.com", "--resolver", "192.0.2.53", "--dry-run");

        Assert.Equal((ExitStatus.NothingFound, ""), (status, error));
        Assert.Contains("A and AAAA of vpn.example.com asked of this machine's resolvers, 192.0.2.53:53", output, StringComparison.Ordinal);
        Assert.Contains("UDP 500 and to UDP 4500 of vpn.example.com", output, StringComparison.Ordinal);
        Assert.DoesNotContain("external address", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_by_itself_asks_nothing_before_it_and_nothing_besides()
    {
        await using var lab = await RunningLab.StartAsync([]);
        var transcript = Path.Combine(Path.GetTempPath(), $"aovpn-{Guid.NewGuid():N}.jsonl");
        try
        {
            var (status, _, error) = Run([.. lab.Line("probe"), "--connection-only", "--transcript", transcript]);

            Assert.Equal((ExitStatus.NothingFound, ""), (status, error));
            var entries = File.ReadLines(transcript).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
            Assert.Equal(["connect"], entries.Where(one => one.GetProperty("kind").GetString() == "session").Select(one => one.GetProperty("id").GetString()));
            Assert.Contains("child", entries.Select(one => one.GetProperty("kind").GetString()));
        }
        finally
        {
            File.Delete(transcript);
        }
    }

    [Fact]
    public void A_dry_run_names_each_address_that_would_be_asked()
    {
        var (_, output, _) = Run("probe", "vpn.example.com", "--address", "192.0.2.1", "--address", "2001:db8::1", "--dry-run");
        var (_, ofName, _) = Run("probe", "vpn.example.com", "--dry-run");

        Assert.Contains("addresses: IKE_SA_INIT to UDP 500 of 192.0.2.1, 2001:db8::1,", output, StringComparison.Ordinal);
        Assert.Contains("addresses: if vpn.example.com has several, IKE_SA_INIT to UDP 500 of each", ofName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_address_of_a_farm_is_asked_and_the_dead_one_is_named()
    {
        await using var lab = await RunningLab.StartAsync([]);
        var line = lab.Line("probe");
        var port = int.Parse(line[Array.IndexOf(line, "--port") + 1], System.Globalization.CultureInfo.InvariantCulture);
        using var silent = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        silent.Bind(new IPEndPoint(IPAddress.Parse("127.0.0.3"), port));

        // The one that answers stands behind the two that do not: the probe goes on with it. Nobody listens at 127.0.0.2.
        string[] typed = ["probe", "--address", "127.0.0.2", "--address", "127.0.0.3", .. line[1..]];
        var (status, output, error) = Run(typed);
        var json = Run([.. typed, "--format", "json"]);

        Assert.Equal((ExitStatus.Found, ""), (status, error));
        Assert.Contains("AOV222", output, StringComparison.Ordinal);
        var findings = Findings(json.Output);
        Assert.Contains("found AOV222: 127.0.0.2 refuses UDP 500, and of the addresses of vpn.corp.example.com 127.0.0.1 answers", findings);
        Assert.DoesNotContain(findings, finding => finding.StartsWith("found", StringComparison.Ordinal) && !finding.Contains("AOV222", StringComparison.Ordinal));
        var words = string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("has 3 addresses on UDP 500: 127.0.0.1 takes the client's proposals, group 2; 127.0.0.2 refuses: nothing listens there; 127.0.0.3 does not answer", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("html")]
    public async Task A_stranger_is_told_what_the_server_says_of_itself_in_every_report(string format)
    {
        await using var lab = await RunningLab.StartAsync(["--fault", "cookie"]);
        var line = lab.Line("probe");
        var (status, output, error) = Run([.. line[..(Array.IndexOf(line, "--port-4500") + 2)], "--skip-suites", "--identity", "alice@corp.example.com", "--roots", Path.Combine(lab.Folder, "lab-root.pem"), "--format", format]);
        var words = string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal((ExitStatus.NothingFound, ""), (status, error));
        Assert.Contains("Vendor ids of the VPN server: Microsoft: Windows 8, Windows Server 2012, or later; Microsoft: Vid-Initial-Contact", words, StringComparison.Ordinal);
        Assert.Contains("The VPN server demands a cookie (RFC 7296, section 2.6): it answers", words, StringComparison.Ordinal);
        Assert.Contains("IP fragments: they reach the VPN server", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_redacted_run_hides_names_in_report_and_transcript()
    {
        var transcript = Path.Combine(Path.GetTempPath(), $"aovpn-{Guid.NewGuid():N}.jsonl");
        try
        {
            var (ike, natTraversal) = (Closed(), Closed());
            string[] typed = ["probe", "klaatu.quuxcorp.example", "--address", "127.0.0.1", "--identity", "zelphira@quuxcorp.example", "--port", $"{ike}", "--port-4500", $"{natTraversal}", "--transcript", transcript];
            var run = Run([.. typed, "--redact"]);

            Assert.Equal(ExitStatus.Found, run.Status);
            var written = File.ReadAllText(transcript);
            Assert.All(new[] { "klaatu", "quux", "zelph" }, name => Assert.DoesNotContain(name, run.Output + written, StringComparison.OrdinalIgnoreCase));
            Assert.Contains("\"identity\":\"user-1@domain-", written, StringComparison.Ordinal);
            Assert.All(written.TrimEnd().Split('\n'), line => JsonDocument.Parse(line).Dispose());
            Assert.Contains("for reading only, is in", run.Error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(transcript);
        }
    }

    [Theory]
    [InlineData("probe", 200)]
    [InlineData("probe", 200, "--method", "machine")]
    [InlineData("radius", 20)]
    public async Task A_long_redacted_run_hides_names_however_they_are_written(string command, int lines, params string[] besides)
    {
        await using var lab = await RunningLab.StartAsync([]);
        var transcript = Path.Combine(Path.GetTempPath(), $"aovpn-{Guid.NewGuid():N}.jsonl");
        try
        {
            var (status, output, _) = Run([.. WithMethod(lab.Line(command), besides), "--transcript", transcript, "--redact", "--all"]);
            var written = output + await File.ReadAllTextAsync(transcript, TestContext.Current.CancellationToken);

            Assert.True(status is ExitStatus.NothingFound || besides.Length > 0, output);
            Assert.True(written.Count('\n') > lines, "a short run proves little");
            Assert.All(
                new[] { "alice", "corp.example", "vpn.corp", "nps.corp" }.SelectMany(name => new[] { name, Convert.ToHexString(Encoding.UTF8.GetBytes(name)), Convert.ToHexString(Encoding.Unicode.GetBytes(name)) }),
                name => Assert.DoesNotContain(name, written, StringComparison.OrdinalIgnoreCase));
        }
        finally
        {
            File.Delete(transcript);
        }
    }

    /// <summary>With a machine's method the user's certificate goes as the machine's: what is sent and signed with it is still sent.</summary>
    private static string[] WithMethod(string[] line, string[] method) => method is [var option, var value] ? [.. line.Select((word, at) => at > 0 && line[at - 1] == option ? value : word)] : line;

    [Fact]
    public void A_dry_run_tells_no_secret()
    {
        const string Secret = "kX4-plumbago-71";
        var file = Path.Combine(Path.GetTempPath(), $"aovpn-{Guid.NewGuid():N}.txt");
        File.WriteAllText(file, Secret);
        try
        {
            var probe = Run("probe", "vpn.example.com", "--method", "peap-mschapv2", "--identity", "alice", "--password-file", file, "--dry-run");
            var radius = Run("radius", "nps.example.com", "--secret-file", file, "--method", "peap-mschapv2", "--identity", "alice", "--password-file", file, "--dry-run");

            Assert.Equal((ExitStatus.NothingFound, ExitStatus.NothingFound), (probe.Status, radius.Status));
            Assert.DoesNotContain(Secret, probe.Output + probe.Error + radius.Output + radius.Error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_live_run_is_an_offline_run()
    {
        var transcript = Path.Combine(Path.GetTempPath(), $"aovpn-{Guid.NewGuid():N}.jsonl");
        try
        {
            var (ike, natTraversal) = (Closed(), Closed());
            var live = Run("probe", "127.0.0.1", "--port", $"{ike}", "--port-4500", $"{natTraversal}", "--transcript", transcript, "--format", "json");
            var replayed = Run("diagnose", transcript, "--format", "json");

            Assert.Equal((ExitStatus.Found, ""), (live.Status, live.Error));
            Assert.Equal(live.Status, replayed.Status);
            Assert.Equal(Findings(live.Output), Findings(replayed.Output));
            Assert.Contains("found AOV209: 127.0.0.1 refuses UDP 500: packets arrive, and nothing listens there", Findings(live.Output));
            Assert.DoesNotContain("\"keys\"", File.ReadAllText(transcript), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(transcript);
        }
    }

    private static string[] Findings(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty("findings").EnumerateArray()
            .Select(one => $"{one.GetProperty("verdict").GetString()} {one.GetProperty("id").GetString()}: {one.GetProperty("message").GetString()}")];
    }

    /// <summary>A UDP port of loopback on which nobody listens.</summary>
    private static int Closed()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private static (int Status, string Output, string Error) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var status = AovpnCommand.Run(arguments, Surroundings.OfProcess() with { Width = 100 }, new() { Output = output, Error = error });
        return (status, output.ToString(), error.ToString());
    }
}
