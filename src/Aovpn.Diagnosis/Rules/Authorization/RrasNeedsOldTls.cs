using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Authorization;

/// <summary>EAP of a Windows Server 2012 R2 speaks TLS 1.0, and Schannel refuses. Page: RrasNeedsOldTls.md.</summary>
public sealed class RrasNeedsOldTls() : FleetRule(new Need("operating-system", HostRole.VpnServer), new Need("schannel-events", HostRole.VpnServer))
{
    private const int Server2012R2 = 9600;

    /// <summary>No credential could be made; no cipher suite in common.</summary>
    private static readonly int[] Refusals = [36871, 36874];

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        if (file.All<EventLogged>().FirstOrDefault(IsRefusal) is not { } refusal || ErrorsSeen.In(file, 691, 812) is null)
            yield break;
        foreach (var seen in file.All<WindowsSeen>(HostRole.VpnServer).Where(seen => seen.Build is not null))
        {
            var place = seen.Cite(nameof(WindowsSeen.Build));
            yield return (seen.Build is Server2012R2
                ? Verdict.Found(
                    $"Schannel {refusal.EventId} on the {refusal.About.Role}, and the VPN server runs Windows Server 2012 R2, whose EAP speaks TLS 1.0 unless told otherwise",
                    refusal.Cite(nameof(EventLogged.EventId)), place)
                : Verdict.RuledOut($"the VPN server runs build {seen.Build!.Value}, whose EAP speaks TLS 1.2", place)) with { About = seen.About, At = refusal.At };
        }
    }

    private static bool IsRefusal(EventLogged seen) =>
        seen.Provider is "Schannel" && Refusals.Contains(seen.EventId) && seen.About.Role is HostRole.VpnServer or HostRole.NpsServer;
}
