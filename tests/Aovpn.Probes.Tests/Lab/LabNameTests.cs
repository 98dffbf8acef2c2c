using Aovpn.Lab.Deployment;

namespace Aovpn.Probes.Tests.Lab;

/// <summary>Names looked up inside the lab's tunnel: in real time, since the library that asks has a clock of its own.</summary>
public sealed class LabNameTests
{
    [Theory]
    [InlineData("internal-dns-down")]
    [InlineData("internal-dns-wrong")]
    public async Task A_resolver_that_does_not_answer_is_the_cause(string name)
    {
        var fault = LabFaults.Find(name)!;
        var lab = fault.Change(LabDeployment.Healthy(MemoryDeployment.Now));
        var lines = await MemoryDeployment.RecordInRealTimeAsync(lab, MemoryDeployment.Settings(lab, fault.Method, asksNames: true));

        var causes = MemoryDeployment.Causes(MemoryDeployment.Diagnose(lines)).ToArray();

        Assert.True(LabFaultTests.Says(fault, [.. causes]), $"{fault.Page} is expected, the report says\n{LabFaultTests.Shown([.. causes])}");
    }

    [Fact]
    public async Task A_name_inside_is_found()
    {
        var lab = LabDeployment.Healthy(MemoryDeployment.Now);
        var lines = await MemoryDeployment.RecordInRealTimeAsync(lab, MemoryDeployment.Settings(lab, ProbeMethod.Machine, asksNames: true));

        Assert.Contains(lines, line => line.Contains($"\"asked\":\"{lab.Inside.HostName}\"", StringComparison.Ordinal) && line.Contains($"\"{lab.Inside.Host}\"", StringComparison.Ordinal));
        Assert.Empty(MemoryDeployment.Causes(MemoryDeployment.Diagnose(lines)));
    }
}
