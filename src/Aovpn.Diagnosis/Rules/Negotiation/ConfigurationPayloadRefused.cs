using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Diagnosis.Rules.Addressing;

namespace Aovpn.Diagnosis.Rules.Negotiation;

/// <summary>The VPN server authenticates the client and refuses its request for configuration or its traffic selectors. Page: ConfigurationPayloadRefused.md.</summary>
public sealed class ConfigurationPayloadRefused() : FleetRule(new Need("gateway-configuration", HostRole.VpnServer))
{
    /// <summary>FAILED_CP_REQUIRED and TS_UNACCEPTABLE, RFC 7296 section 3.10.1. INTERNAL_ADDRESS_FAILURE is the pool's business.</summary>
    private const uint ConfigurationRequired = 37, SelectorsUnacceptable = 38;

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        foreach (var seen in file.All<IkeErrorNotified>(HostRole.VpnServer))
        {
            if (Judge(seen) is { } verdict)
                yield return verdict with { About = seen.About, At = seen.At };
        }

        foreach (var verdict in GatewayRemarks.Of(file, GatewayRemark.SelectorsRefused, Host.VpnServer))
            yield return verdict;

        foreach (var opened in file.All<TunnelOpened>().Where(SelectorFamilies.DoNotMeet))
        {
            yield return Verdict.Found(
                $"the VPN server gives the client {Hole.Address(string.Join(", ", opened.Addresses))} and lets only {Hole.Address(string.Join(", ", opened.Remote))} into the tunnel: no packet fits both",
                opened.Cite(nameof(TunnelOpened.Remote))) with { About = opened.About, At = opened.At };
        }

        foreach (var opened in file.All<TunnelOpened>().Where(opened => !SelectorFamilies.DoNotMeet(opened)))
            yield return Verdict.RuledOut($"the VPN server gave {Hole.Address(string.Join(", ", opened.Addresses))} and took the traffic selectors", opened.Source) with { About = opened.About, At = opened.At };
    }

    private static Verdict? Judge(IkeErrorNotified seen) => seen.Notify.Value switch
    {
        SelectorsUnacceptable => Verdict.Found($"the VPN server refuses the traffic that the client wants to send through the tunnel (TS_UNACCEPTABLE)", seen.Cite(nameof(IkeErrorNotified.Notify))),
        ConfigurationRequired => Verdict.Found($"the VPN server wants clients to ask for an address (FAILED_CP_REQUIRED)", seen.Cite(nameof(IkeErrorNotified.Notify))),
        _ => null,
    };
}
