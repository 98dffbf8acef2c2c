using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Reachability;

/// <summary>Windows' filtering platform on the client drops packets to UDP 500 or 4500 (events 5152, 5157), or a rule of its firewall says so.</summary>
public sealed class ClientFirewallBlocks() : FleetRule(new Need("filtering-events", HostRole.Client), new Need("firewall-rules", HostRole.Client))
{
    private const int PacketBlocked = 5152, ConnectionBlocked = 5157;

    private static readonly int[] IkePorts = [500, 4500];

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        foreach (var seen in file.All<EventLogged>(HostRole.Client))
        {
            if (seen.EventId is PacketBlocked or ConnectionBlocked && seen.Data.GetValueOrDefault("DestPort") is "500" or "4500")
            {
                yield return Verdict.Found(
                    $"the client's own filtering blocks packets to port {Hole.Plain(seen.Data["DestPort"])} ({Code.Event((uint)seen.EventId)})", seen.Cite("DestPort")) with { About = seen.About, At = seen.At };
            }
        }

        foreach (var listed in file.All<FirewallRulesListed>(HostRole.Client))
        {
            if (listed.Rules.FirstOrDefault(BlocksIke) is { } rule)
            {
                yield return Verdict.Found(
                    $"the rule {Hole.Path(rule.Name)} of the client's firewall blocks UDP to port {Hole.Plain(rule.RemotePorts!)}", rule.Cite(nameof(FirewallRule.Blocks)), rule.Cite(nameof(FirewallRule.RemotePorts))) with { About = listed.About };
            }
        }
    }

    private static bool BlocksIke(FirewallRule rule) =>
        rule is { Enabled: true, Outbound: true, Blocks: true } && rule.Protocol?.ToUpperInvariant() is "UDP" or "17" && IkePorts.Any(port => rule.Covers(port) is true);
}
