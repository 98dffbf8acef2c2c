using System.Text.Json;
using Aovpn.Tests.Cli;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Healthy;

/// <summary>
/// Deployments in which everything works, with what is normal beside it: Wi-Fi and RD Gateway requests that NPS refuses, crashes of other
/// programs, alerts of other servers. Nothing may be found.
/// </summary>
public sealed class HealthyDeploymentTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, int> Kinds()
    {
        var kinds = new TheoryData<string, int>();
        foreach (var kind in Deployment.Kinds)
        {
            for (var seed = 1; seed <= 4; seed++)
                kinds.Add(kind.Name, seed);
        }

        return kinds;
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Nothing_is_found_where_everything_works(string kind, int seed)
    {
        foreach (var (name, text) in new HealthyEvidence(Deployment.Kinds.Single(one => one.Name == kind), seed).Files())
            _folder.Write(name, text);

        var run = Run.Aovpn("diagnose", _folder.Path, "--format", "json");
        using var json = JsonDocument.Parse(run.Output);
        var findings = json.RootElement.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("verdict").GetString() is not "ruled-out")
            .Select(finding => $"{finding.GetProperty("id").GetString()} {finding.GetProperty("verdict").GetString()}: {finding.GetProperty("message").GetString()}");

        Assert.Empty(findings);
        Assert.Empty(json.RootElement.GetProperty("symptoms").EnumerateArray());
        Assert.Equal(0, run.Status);
    }

    [Fact]
    public void The_evidence_is_read_and_not_passed_over()
    {
        foreach (var (name, text) in new HealthyEvidence(Deployment.Kinds[0], 1).Files())
            _folder.Write(name, text);

        using var json = JsonDocument.Parse(Run.Aovpn("diagnose", _folder.Path, "--format", "json").Output);

        Assert.All(json.RootElement.GetProperty("artifacts").EnumerateArray(), artifact =>
        {
            Assert.NotEqual(0, artifact.GetProperty("records").GetInt32());
            Assert.Equal(0, artifact.GetProperty("unreadable").GetInt32());
        });
    }

    [Fact]
    public void There_are_twenty_kinds_at_least() => Assert.InRange(Deployment.Kinds.Select(kind => kind.Name).Distinct().Count(), 20, 100);
}
