using System.Text.Json;
using Aovpn.Lab.Deployment;
using Aovpn.Probes.Steps.Inside;

namespace Aovpn.Probes.Tests.Lab;

/// <summary>A TCP connection through the tunnel: granted, refused, answered late, not answered.</summary>
public sealed class InsideTcpTests
{
    /// <summary>Of the ESP packets: a ping to the gateway, one that may take one hop, the SYN, the SYN again or the reset.</summary>
    private const int Syn = 3;

    [Fact]
    public void A_granted_connection_is_reset_at_once()
    {
        var (tcp, sent) = Connect(lab => lab);

        Assert.Equal((true, false, false), (Answered(tcp), tcp.GetProperty("refused").GetBoolean(), tcp.TryGetProperty("problem", out _)));
        Assert.Equal(Syn + 1, sent);
    }

    [Fact]
    public void A_refused_connection_is_an_answer()
    {
        var (tcp, sent) = Connect(LabFaults.Find("internal-web-down")!.Change);

        Assert.Equal((false, true), (Answered(tcp), tcp.GetProperty("refused").GetBoolean()));
        Assert.Equal(Syn, sent);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_lost_syn_is_sent_again(int lost)
    {
        var (tcp, sent) = Connect(lab => lab, number => number >= Syn && number < Syn + lost);

        Assert.True(Answered(tcp));
        Assert.InRange(tcp.GetProperty("milliseconds").GetDouble(), lost * 1000, lost * 1000 + 500);
        Assert.Equal(Syn + lost + 1, sent);
    }

    [Fact]
    public void Silence_ends_after_three_times()
    {
        var (tcp, sent) = Connect(lab => lab, number => number >= Syn);

        Assert.Equal((false, false), (Answered(tcp), tcp.GetProperty("refused").GetBoolean()));
        Assert.InRange(tcp.GetProperty("milliseconds").GetDouble(), 3000, 3500);
        Assert.Equal(Syn + 2, sent);
    }

    private static bool Answered(JsonElement tcp) => tcp.GetProperty("answered").GetBoolean();

    private static (JsonElement Tcp, int Sent) Connect(Func<LabDeployment, LabDeployment> change, Func<int, bool>? loses = null)
    {
        var lab = change(LabDeployment.Healthy(MemoryDeployment.Now));
        var settings = MemoryDeployment.Settings(lab, ProbeMethod.Machine) with { Inside = [new InsideQuestion.Connect(lab.Inside.Host.ToString(), 80)] };
        var entries = MemoryDeployment.Record(lab, settings, loses).Lines.Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        return (
            Assert.Single(entries, one => Kind(one) == "inside" && one.GetProperty("protocol").GetString() == "tcp"),
            Assert.Single(entries, one => Kind(one) == "inside-ended").GetProperty("sent").GetInt32());
    }

    private static string? Kind(JsonElement entry) => entry.GetProperty("kind").GetString();
}
