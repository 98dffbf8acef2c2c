using System.Collections.Immutable;
using System.Net;
using Aovpn.Lab.Deployment;
using Aovpn.Lab.Serving;
using Aovpn.Probes.Channels;

namespace Aovpn.Probes.Tests.Lab;

/// <summary>The same lab over real sockets of loopback.</summary>
public sealed class LabSocketTests
{
    [Theory]
    [InlineData(ProbeMethod.Machine)]
    [InlineData(ProbeMethod.PeapTls)]
    [InlineData(ProbeMethod.PeapMsChapV2)]
    public async Task A_healthy_lab_lets_its_client_in(ProbeMethod method)
    {
        var lab = LabDeployment.Healthy(MemoryDeployment.Now, rsa: true);

        Assert.Empty((await ProbeAsync(lab, method)).Select(one => one.Page.Id));
    }

    [Theory]
    [InlineData("udp4500-blocked")]
    [InlineData("esp-blocked")]
    [InlineData("server-down")]
    [InlineData("server-cert-mismatch")]
    [InlineData("radius-unknown-client")]
    [InlineData("no-forwarding")]
    public async Task A_fault_has_its_cause(string name)
    {
        var fault = LabFaults.Find(name)!;

        var causes = await ProbeAsync(fault.Change(LabDeployment.Healthy(MemoryDeployment.Now)), fault.Method);

        Assert.True(LabFaultTests.Says(fault, causes), $"{fault.Page} is expected, the report says\n{LabFaultTests.Shown(causes)}");
    }

    private static async Task<ImmutableArray<Diagnosis.Model.Finding>> ProbeAsync(LabDeployment lab, ProbeMethod method)
    {
        using var server = new LabServer(lab, LabPorts.Free, TimeProvider.System);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var serving = server.RunAsync(end.Token);
        var settings = MemoryDeployment.Settings(lab, method) with
        {
            IkePort = server.Ports.Ike, NatTraversalPort = server.Ports.NatTraversal,
            Asking = Probes.Sessions.Ike.Retransmission.Doubling(TimeSpan.FromMilliseconds(200), 2),
            Connecting = Probes.Sessions.Ike.Retransmission.Doubling(TimeSpan.FromSeconds(1), 3),
        };

        var lines = await MemoryDeployment.RecordInRealTimeAsync(lab, settings, (IPEndPoint remote, System.Threading.Channels.ChannelWriter<Arrival> arrivals) => new UdpChannel(remote, arrivals));
        await end.CancelAsync();
        await serving;
        return [.. MemoryDeployment.Causes(MemoryDeployment.Diagnose(lines))];
    }
}
