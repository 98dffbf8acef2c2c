using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Connectivity;

/// <summary>The VPN server answers through the tunnel and forwards, and nobody behind it answers. Page: NoReturnRoute.md.</summary>
public sealed class NoReturnRoute() : FleetRule(new Need("inside-reach", HostRole.Client))
{
    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        if (InsideProbe.Hosts(file).FirstOrDefault(host => host.Answered is true || host.Refused is true) is { } answered)
        {
            yield return Verdict.RuledOut($"{Hole.Address(answered.Target)} answers through the tunnel", answered.Cite(nameof(Reached.Answered))) with { About = Host.VpnServer, At = answered.At };
            yield break;
        }

        if (InsideProbe.AllSilent(file) is { } silent && InsideProbe.OneHop(file) is { Answered: true } hop)
        {
            yield return Verdict.Found(
                $"the VPN server forwards packets of the tunnel, and {Hole.Address(silent.Target)} behind it never answers", hop.Cite(nameof(Reached.Answered)), silent.Cite(nameof(Reached.Answered)))
                with { About = Host.VpnServer, At = silent.At };
        }
    }
}
