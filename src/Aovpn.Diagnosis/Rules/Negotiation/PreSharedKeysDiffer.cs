using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Negotiation;

/// <summary>L2TP/IPsec: the VPN server does not prove the pre-shared key that the client has. Page: PreSharedKeysDiffer.md.</summary>
public sealed class PreSharedKeysDiffer() : FleetRule(new Need("l2tp-probe", HostRole.Client))
{
    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        foreach (var seen in file.All<TunnelTypeProbed>().Where(one => one is { TunnelType: "L2TP", Proved: not null }))
        {
            yield return (seen.Proved is true
                ? Verdict.RuledOut($"the VPN server proves the pre-shared key that the probe was given", seen.Cite(nameof(TunnelTypeProbed.Proved)))
                : Verdict.Found($"the VPN server agrees on keys, and does not prove the pre-shared key that the probe was given", seen.Cite(nameof(TunnelTypeProbed.Proved)))) with { About = Host.VpnServer, At = seen.At };
        }
    }
}
