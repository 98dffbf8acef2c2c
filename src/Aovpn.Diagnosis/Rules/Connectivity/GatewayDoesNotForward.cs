using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Connectivity;

/// <summary>No interface of the VPN server forwards, and clients reach nothing behind it. Page: GatewayDoesNotForward.md.</summary>
public sealed class GatewayDoesNotForward() : Rule<ForwardingListed>(HostRole.VpnServer, "forwarding")
{
    public override IEnumerable<Verdict> Judge(CaseFile file) => base.Judge(file).Concat(ThroughTunnel(file));

    /// <summary>The VPN server answers through a probe's tunnel, and is silent of a packet that it would have to forward.</summary>
    private static IEnumerable<Verdict> ThroughTunnel(CaseFile file)
    {
        if (InsideProbe.Gateway(file) is { Answered: true } gateway && InsideProbe.OneHop(file) is { Answered: false } hop && InsideProbe.AllSilent(file) is not null)
        {
            yield return Verdict.Found(
                $"the VPN server answers through the tunnel and does not report a packet that it should have forwarded", gateway.Cite(nameof(Reached.Answered)), hop.Cite(nameof(Reached.Answered)))
                with { About = Host.VpnServer, At = hop.At };
        }
    }

    protected override Verdict? Judge(ForwardingListed seen, CaseFile file)
    {
        InterfaceForwarding[] interfaces = [.. seen.Interfaces.Where(one => one.IsIPv6 is not true && !one.Interface.StartsWith("Loopback", StringComparison.OrdinalIgnoreCase))];
        if (interfaces.Length == 0)
            return null;
        if (Array.Find(interfaces, one => one.Forwards) is { } forwarding)
            return Verdict.RuledOut($"the VPN server forwards on {Hole.Host(forwarding.Interface)}", forwarding.Source);
        return Complaint.In(file, SymptomId.ConnectedNoAccess, SymptomId.ConnectedOneSubnet) is { } complaint
            ? Verdict.Found($"none of the VPN server's {interfaces.Length} IPv4 interfaces forwards", [.. interfaces.Select(one => one.Source), complaint])
            : null;
    }
}
