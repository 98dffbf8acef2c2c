using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using Aovpn.Cli;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Cli;

/// <summary>A certificate of the user's own store, named by its thumbprint; as a process, as the platform finds the store when it starts.</summary>
public sealed class StoreCertificateTests : IDisposable
{
    private readonly TemporaryFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Its_key_authenticates_where_it_lies()
    {
        await using var lab = await RunningLab.StartAsync([]);
        var line = lab.Line("probe").ToList();
        var thumbprint = Stored(lab.Folder, withKey: true);
        line[line.IndexOf("--certificate") + 1] = $"store:{string.Join(' ', thumbprint.Chunk(2).Select(two => new string(two)))}";
        line.RemoveRange(line.IndexOf("--key"), 2);

        var (status, output) = await RunAsync([.. line]);

        Assert.True(status == ExitStatus.NothingFound, output);
        Assert.Contains("10.10.0.30", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_without_its_key_is_said_to_be_so()
    {
        await using var lab = await RunningLab.StartAsync([]);
        var thumbprint = Stored(lab.Folder, withKey: false);

        var (status, output) = await RunAsync("probe", "vpn.example.com", "--method", "tls", "--identity", "alice", "--certificate", $"store:{thumbprint}");

        Assert.Equal(ExitStatus.Usage, status);
        Assert.Contains($"{thumbprint} is in the store without its private key", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no certificate with the thumbprint 0123456789ABCDEF0123456789ABCDEF01234567 is in", "store:01 23 45 67 89 ab cd ef 01 23 45 67 89 ab cd ef 01 23 45 67")]
    [InlineData("write store: and the certificate's thumbprint", "store:alice")]
    [InlineData("--key and --certificate-password-file are for files", "store:0123456789ABCDEF0123456789ABCDEF01234567", "--key", "user.key")]
    public async Task What_cannot_be_used_is_one_sentence(string sentence, params string[] certificate)
    {
        var (status, output) = await RunAsync(["probe", "vpn.example.com", "--method", "tls", "--identity", "alice", "--certificate", .. certificate]);

        Assert.Equal(ExitStatus.Usage, status);
        Assert.Contains(sentence, output, StringComparison.Ordinal);
    }

    /// <summary>Puts the lab's user where .NET on Linux keeps a user's personal store.</summary>
    private string Stored(string lab, bool withKey)
    {
        using var certificate = X509Certificate2.CreateFromPemFile(Path.Combine(lab, "user.pem"), Path.Combine(lab, "user.key"));
        using var alone = X509CertificateLoader.LoadCertificate(certificate.RawData);
        var store = Directory.CreateDirectory(_home.At(".dotnet/corefx/cryptography/x509stores/my"));
        File.WriteAllBytes(Path.Combine(store.FullName, $"{certificate.Thumbprint}.pfx"), (withKey ? certificate : alone).Export(X509ContentType.Pfx));
        return certificate.Thumbprint;
    }

    private async Task<(int Status, string Output)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "aovpn.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["HOME"] = _home.Path;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output + await error);
    }
}
