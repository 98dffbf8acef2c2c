using System.Text.Json;
using Aovpn.Cli;
using Aovpn.Diagnosis.Catalogue;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Rules;
using Aovpn.Lab.Deployment;

namespace Aovpn.Tests.Cli;

/// <summary><c>aovpn lab</c> as a process of its own, and the line that it prints, typed as it stands.</summary>
public sealed class LabCommandTests
{
    [Theory]
    [InlineData("server-cert-expired", ExitStatus.Found, "AOV401")]
    [InlineData("ike-weak-only", ExitStatus.Found, "AOV301")]
    [InlineData("user-password-wrong", ExitStatus.Found, "AOV530")]
    [InlineData("machine-cert-none", ExitStatus.Found, "AOV411")]
    [InlineData(null, ExitStatus.NothingFound, null)]
    public async Task The_line_that_it_prints_finds_the_fault(string? fault, int status, string? cause)
    {
        string folder;
        await using (var lab = await RunningLab.StartAsync(fault is null ? [] : ["--fault", fault]))
        {
            folder = lab.Folder;
            Assert.Contains(cause ?? "nothing is wrong", lab.Text, StringComparison.Ordinal);
            foreach (var secret in new[] { "password.txt", "radius-secret.txt", "user.key", "machine.key" }.Select(name => Path.Combine(folder, name)).Where(File.Exists))
            {
                Assert.DoesNotContain(File.ReadLines(secret).ElementAt(secret.EndsWith(".key", StringComparison.Ordinal) ? 1 : 0), lab.Text, StringComparison.Ordinal);
                if (!OperatingSystem.IsWindows())
                    Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(secret));
            }

            var answer = Run.In(surroundings => surroundings with { Clock = TimeProvider.System }, [.. lab.Line("probe"), "--format", "json"]);

            Assert.Equal((status, ""), (answer.Status, answer.Error));
            Assert.Equal(cause, First(answer.Output));
        }

        if (!OperatingSystem.IsWindows())
            Assert.False(Directory.Exists(folder), "what was written is still there");
    }

    [Fact]
    public async Task Its_NPS_answers_by_itself_where_the_VPN_server_has_another_secret()
    {
        await using var lab = await RunningLab.StartAsync(["--fault", "radius-secret"]);

        var client = Run.In(surroundings => surroundings with { Clock = TimeProvider.System }, [.. lab.Line("probe"), "--format", "json"]);
        var server = Run.In(surroundings => surroundings with { Clock = TimeProvider.System }, [.. lab.Line("radius"), "--format", "json"]);

        Assert.Equal((ExitStatus.Unexplained, ExitStatus.NothingFound), (client.Status, server.Status));
    }

    [Fact]
    public void The_list_has_every_fault_and_what_is_found()
    {
        var run = Run.Aovpn("lab", "--list");

        Assert.Equal((ExitStatus.NothingFound, ""), (run.Status, run.Error));
        Assert.All(LabFaults.All, fault => Assert.Contains($"  {fault.Name} ", run.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("; Windows: ;", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--fault server-cert-expried is none of the lab's faults; did you mean server-cert-expired?", "--fault", "server-cert-expried")]
    [InlineData("--listen nowhere is no address", "--listen", "nowhere")]
    [InlineData("70000 is no port", "--port", "70000")]
    [InlineData("cannot listen on 192.0.2.1", "--listen", "192.0.2.1", "--port", "0", "--port-4500", "0", "--radius-port", "0")]
    public void What_cannot_be_carried_out_is_one_sentence(string sentence, params string[] typed)
    {
        var run = Run.Aovpn(["lab", .. typed]);

        Assert.Equal((ExitStatus.Usage, ""), (run.Status, run.Output));
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_the_users_is_left_alone()
    {
        var folder = Directory.CreateTempSubdirectory("aovpn-test-").FullName;
        try
        {
            var own = Path.Combine(folder, "machine.key");
            File.WriteAllText(own, "mine");

            var run = Run.Aovpn("lab", "--folder", folder, "--port", "0", "--port-4500", "0", "--radius-port", "0");

            Assert.Equal(ExitStatus.Usage, run.Status);
            Assert.Contains("machine.key", run.Error, StringComparison.Ordinal);
            Assert.Equal(["machine.key"], Directory.EnumerateFiles(folder).Select(Path.GetFileName));
            Assert.Equal("mine", File.ReadAllText(own));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_shell_is_told_the_names_of_faults()
    {
        var run = Run.Aovpn("[suggest:31]", "aovpn lab --fault server-cert-e");

        Assert.Contains("server-cert-expired", run.Output, StringComparison.Ordinal);
    }

    public static TheoryData<string> Faults => [.. LabFaults.All.Select(fault => fault.Name)];

    [Theory]
    [MemberData(nameof(Faults))]
    public void Codes_and_pages_that_it_names_are_known(string name)
    {
        var fault = LabFaults.Find(name)!;
        Code[] codes = [.. fault.Windows.Split(", ").Where(word => word.Length > 0 && char.IsAsciiDigit(word[0])).Select(word => Explained.Parse(word).Code!.Value)];

        Assert.All(codes, code => Assert.NotNull(ErrorCatalogue.Find(code)));
        if (fault.Page is not { } id)
        {
            Assert.Empty(fault.Windows);
            return;
        }

        var page = RuleBook.Default.Find(id);
        Assert.NotNull(page);
        if (codes.Length > 0)
            Assert.Contains(codes, code => page.Explains.Contains(new Explained(code)));
    }

    private static string? First(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("findings").EnumerateArray().Where(one => one.GetProperty("verdict").GetString() is "found" or "undecided")
            .Select(one => one.GetProperty("id").GetString()).FirstOrDefault();
    }
}
