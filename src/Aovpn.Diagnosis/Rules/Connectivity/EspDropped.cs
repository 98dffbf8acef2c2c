using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Connectivity;

/// <summary>IKE passes and the tunnel stands, and of what it carries nothing comes back. Page: EspDropped.md.</summary>
public sealed class EspDropped() : FleetRule(new Need("capture", HostRole.Client))
{
    /// <summary>Fewer packets may be lost by chance.</summary>
    private const int Enough = 3;

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        foreach (var used in file.All<TunnelUsed>())
        {
            if (used.Received > 0)
                yield return Verdict.RuledOut($"{used.Received} ESP packets came back through the tunnel", used.Cite(nameof(TunnelUsed.Received))) with { About = Host.VpnServer, At = used.At };
            else if (used.Sent >= Enough && InsideProbe.Gateway(file) is { Answered: false } gateway)
                yield return Verdict.Found($"the tunnel stands, {used.Sent} ESP packets went out in UDP 4500 and none came back, not even from the VPN server", used.Cite(nameof(TunnelUsed.Received)), gateway.Cite(nameof(Reached.Answered))) with { About = Host.VpnServer, At = used.At };
        }

        foreach (var seen in file.All<Reached>().Where(one => one is { Protocol: "esp", Inside: false }))
        {
            yield return (seen.Answered is true
                ? Verdict.RuledOut($"ESP flows both ways between the client and {Hole.Address(seen.Target)}", seen.Cite(nameof(Reached.Answered)))
                : Verdict.Found($"ESP goes out to {Hole.Address(seen.Target)} and none comes back", seen.Cite(nameof(Reached.Answered)))) with { About = Host.VpnServer, At = seen.At };
        }
    }
}
