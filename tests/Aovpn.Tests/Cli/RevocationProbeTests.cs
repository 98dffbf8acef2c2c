using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Aovpn.Cli;
using Aovpn.Probes.Tests.Revocation;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Cli;

/// <summary><c>aovpn probe --tunnel sstp --check-revocation</c> against a TLS server and a distribution point, both on loopback.</summary>
public sealed class RevocationProbeTests : IDisposable
{
    private static readonly byte[] Serial = [0x12, 0x34, 0x56];

    private readonly RevocationAuthority _authority = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _authority.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_list_that_does_not_name_the_certificate_is_no_finding_and_told()
    {
        var run = Probe("--check-revocation", _authority.List(RevocationAuthority.Now.AddDays(7)), out var asked);

        Assert.Contains("Revocation of CN=vpn.example.com: not revoked, says http://127.0.0.1:", run.Output, StringComparison.Ordinal);
        Assert.Contains("ruled out    AOV483", run.Output, StringComparison.Ordinal);
        Assert.Equal(["GET /ca.crl"], asked);
    }

    [Fact]
    public void A_revoked_certificate_is_the_cause()
    {
        var run = Probe("--check-revocation", _authority.List(RevocationAuthority.Now.AddDays(7), Serial), out _);

        Assert.Equal(ExitStatus.Found, run.Status);
        Assert.Contains("AOV426", run.Output, StringComparison.Ordinal);
        Assert.Contains("CN=vpn.example.com is revoked since 2026-11-18 08:00Z", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_that_has_run_out_leaves_sstp_without_an_answer()
    {
        var run = Probe("--check-revocation", _authority.List(RevocationAuthority.Now.AddDays(-1)), out _);

        Assert.Equal(ExitStatus.Found, run.Status);
        Assert.Contains("AOV483", run.Output, StringComparison.Ordinal);
        Assert.Contains("it could be used until 2026-11-19 08:00Z", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_option_nobody_is_asked()
    {
        var run = Probe("--all", _authority.List(RevocationAuthority.Now.AddDays(7), Serial), out var asked);

        Assert.DoesNotContain("AOV426", run.Output, StringComparison.Ordinal);
        Assert.Empty(asked);
    }

    [Theory]
    [InlineData("probe")]
    [InlineData("radius")]
    public void A_dry_run_says_whether_hosts_are_asked_that_nobody_named(string command)
    {
        Assert.Contains("revocation: HTTP requests to the distribution points and OCSP responders that the certificates name", Run.Aovpn(command, "vpn.example.com", "--dry-run", "--check-revocation").Output, StringComparison.Ordinal);
        Assert.Contains("revocation: nobody is asked", Run.Aovpn(command, "vpn.example.com", "--dry-run").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Redacted_it_names_nobody()
    {
        var run = Probe("--redact --check-revocation", _authority.List(RevocationAuthority.Now.AddDays(7), Serial), out _);

        var written = File.ReadAllText(Path.Combine(_folder.Path, "probe.jsonl"));
        Assert.Contains("\"answer\":\"revoked\"", written, StringComparison.Ordinal);
        foreach (var text in new[] { run.Output, written })
            Assert.DoesNotContain("vpn.example.com", text, StringComparison.OrdinalIgnoreCase);
    }

    private Run Probe(string options, byte[] list, out string[] asked)
    {
        using var point = new LoopbackHttp((_, _) => Once(LoopbackHttp.Ok(list)));
        using var certificate = _authority.Issue(Serial, [$"{point.Root}/ca.crl"], [], purpose: "1.3.6.1.5.5.7.3.1");
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var serving = ServeAsync(listener, certificate, over.Token);
        var roots = Path.Combine(_folder.Path, "roots.pem");
        File.WriteAllText(roots, _authority.Certificate.ExportCertificatePem());
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var run = Run.Aovpn([
            "probe", "vpn.example.com", "--address", "127.0.0.1", "--tunnel", "sstp", "--port-443", $"{port}", "--roots", roots, "--transcript", Path.Combine(_folder.Path, "probe.jsonl"),
            .. options.Split(' ')]);
        over.Cancel();
        serving.Wait(TestContext.Current.CancellationToken);
        asked = point.Asked;
        return run;
    }

    /// <summary>Shows its certificate, and speaks no SSTP.</summary>
    private static async Task ServeAsync(TcpListener listener, X509Certificate2 certificate, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync(over);
                await using var tls = new SslStream(client.GetStream());
                await tls.AuthenticateAsServerAsync(certificate);
            }
            catch (Exception left) when (left is OperationCanceledException or IOException)
            {
                // The test is over, or the client has left.
            }
        }
    }

    private static async IAsyncEnumerable<byte[]> Once(byte[] bytes)
    {
        await Task.CompletedTask;
        yield return bytes;
    }
}
