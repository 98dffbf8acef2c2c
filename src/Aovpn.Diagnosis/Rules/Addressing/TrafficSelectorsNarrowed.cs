using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Addressing;

/// <summary>Asked for everything, the VPN server lets only some addresses through the tunnel. Page: TrafficSelectorsNarrowed.md.</summary>
public sealed class TrafficSelectorsNarrowed() : Rule<TunnelOpened>(HostRole.Unknown, "capture")
{
    private const string AllVersion4 = "0.0.0.0 - 255.255.255.255";
    private const string AllVersion6 = ":: - ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff";

    protected override Verdict? Judge(TunnelOpened seen, CaseFile file)
    {
        if (seen.Remote.IsEmpty || SelectorFamilies.DoNotMeet(seen))
            return null;

        return seen.Remote.Any(range => range is AllVersion4 or AllVersion6)
            ? Verdict.RuledOut($"the VPN server lets all traffic into the tunnel", seen.Cite(nameof(TunnelOpened.Remote)))
            : Verdict.Found($"of all traffic the VPN server lets only {Hole.Address(string.Join(", ", seen.Remote))} into the tunnel", seen.Cite(nameof(TunnelOpened.Remote)));
    }
}
