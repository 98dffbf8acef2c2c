using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Reachability;

/// <summary>
/// Small messages are answered on UDP 4500, and the first IKE_AUTH, whose request or answer is larger than a packet, is not; or no large datagram reaches a
/// server that depends on IP fragments.
/// Page: FragmentsDropped.md.
/// </summary>
public sealed class FragmentsDropped() : FleetRule(new Need("capture", HostRole.Client))
{
    private const int IkeAuth = 35;

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        var small = PortTests.Of(file, "udp", PortTests.IkeNatTraversal).FirstOrDefault(test => test.Answered is true);
        foreach (var lost in file.All<ExchangeUnanswered>().Where(one => one is { Exchange: IkeAuth, MessageId: 1, Port: PortTests.IkeNatTraversal }))
        {
            if (small is not null)
            {
                yield return Verdict.Found(
                    $"{Hole.Host(small.Target)} answers small messages on UDP {PortTests.IkeNatTraversal} and not IKE_AUTH, which is larger than a packet in one direction or both",
                    small.Cite(nameof(Reached.Answered)), lost.Cite(nameof(ExchangeUnanswered.Exchange))) with { About = Host.VpnServer, At = lost.At };
            }
        }

        foreach (var large in file.All<LargeDatagramAsked>())
        {
            if (Large(large, file) is { } verdict)
                yield return verdict with { About = Host.VpnServer, At = large.At };
        }

        foreach (var lost in file.All<FragmentsLost>().Where(one => one.Port is PortTests.Ike or PortTests.IkeNatTraversal))
            yield return Lost(lost);

        if (file.All<GatewayAuthenticated>().FirstOrDefault() is { } arrived)
            yield return Verdict.RuledOut($"the VPN server's certificate arrives in IKE_AUTH", arrived.Source) with { About = Host.VpnServer, At = arrived.At };
    }

    /// <summary>A server that fragments inside IKE (RFC 7383) needs no IP fragments.</summary>
    private static Verdict? Large(LargeDatagramAsked large, CaseFile file)
    {
        if (large.Answered)
            return Verdict.RuledOut($"a datagram of {large.Size} bytes, which travels in IP fragments, is answered", large.Cite(nameof(LargeDatagramAsked.Answered)));

        var small = file.All<Reached>().FirstOrDefault(test => test is { Inside: false, Protocol: "udp", Port: PortTests.Ike or PortTests.IkeNatTraversal, Answered: true });
        var described = file.All<GatewayDescribed>().LastOrDefault();
        return small is null || described is not { Fragments: false } ? null : Verdict.Found(
            $"{Hole.Host(small.Target)} answers small messages and not one of {large.Size} bytes, which travels in IP fragments; it does not fragment inside IKE (RFC 7383)",
            small.Cite(nameof(Reached.Answered)), large.Cite(nameof(LargeDatagramAsked.Answered)), described.Cite(nameof(GatewayDescribed.Fragments)));
    }

    private static Verdict Lost(FragmentsLost lost)
    {
        var sender = Hole.Plain(lost.About.Role switch { HostRole.Client => "client", HostRole.VpnServer => "VPN server", _ => "other side" });
        return (lost is { By: FragmentedBy.Ike, Seen: { } seen, Total: { } total }
            ? Verdict.Found($"of an IKE message that the {sender} sent in {total} fragments only {seen} arrived, and it was never answered", lost.Source)
            : Verdict.Found($"of an IKE message that the {sender} sent in IP fragments some never arrived", lost.Source))
            with { About = Host.VpnServer, At = lost.At };
    }
}
