using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Addressing;

/// <summary>A WAN Miniport of the client is missing or reports a problem, and the tunnel gets no network. Page: WanMiniportBroken.md.</summary>
public sealed class WanMiniportBroken() : FleetRule(new Need("wan-miniports", HostRole.Client), new Need("compare-device", HostRole.Client))
{
    /// <summary>Windows has eight; a list of that many is no choice of somebody's.</summary>
    private const int Complete = 6;

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        if (ErrorsSeen.In(file, 720, 728, 733, 87) is not { } error)
            yield break;
        foreach (var seen in file.All<DevicesListed>().Where(seen => seen.About.Role is not HostRole.VpnServer))
        {
            var broken = seen.Devices.FirstOrDefault(device => device is { Works: false, Miniport: not null });
            if (broken is { Problem: { } problem })
                yield return Verdict.Found($"{Hole.Plain(broken.Name)} does not work on the client (problem {problem})", broken.Source, error.Source) with { About = seen.About };
            else if (broken is not null)
                yield return Verdict.Found($"{Hole.Plain(broken.Name)} does not work on the client", broken.Source, error.Source) with { About = seen.About };
            else if (seen is { IsList: true, Devices.Length: >= Complete } && !seen.Devices.Any(device => device.Miniport is "IP"))
                yield return Verdict.Found($"the client has no WAN Miniport (IP)", seen.Source, error.Source) with { About = seen.About };
            else if (seen.Devices.Any(device => device is { Works: true, Miniport: "IP" }))
                yield return Verdict.Undecided($"Windows reports no problem of WAN Miniport (IP), and does not show there whether IP is bound to it", seen.Source)
                    with { About = seen.About, Needs = [new("compare-device", HostRole.Client)] };
        }
    }
}
