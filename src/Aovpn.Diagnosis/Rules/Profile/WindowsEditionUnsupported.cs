using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Profile;

/// <summary>A device tunnel on a Windows that never dials one. Page: WindowsEditionUnsupported.md.</summary>
public sealed class WindowsEditionUnsupported() : FleetRule(new Need("profile", HostRole.Client), new Need("windows-edition", HostRole.Client))
{
    private static readonly string[] Supported = ["Enterprise", "Education"];

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        if (file.Observations.FirstOrDefault(IsOfDeviceTunnel) is not { } tunnel)
            yield break;
        var place = tunnel is ProfileRead ? tunnel.Cite(nameof(ProfileRead.IsDeviceTunnel)) : tunnel.Source;
        foreach (var seen in file.All<WindowsSeen>().Where(seen => seen.About.Role is HostRole.Client or HostRole.Unknown))
        {
            if (seen.Edition is { } edition && !Array.Exists(Supported, name => edition.Contains(name, StringComparison.OrdinalIgnoreCase)))
                yield return Verdict.Found($"the client runs {Hole.Plain(edition)}, and a device tunnel needs Enterprise or Education", seen.Cite(nameof(WindowsSeen.Edition)), place) with { About = seen.About };
            else if (seen.DomainJoined is false)
                yield return Verdict.Found($"the client is no member of a domain, and a device tunnel needs one", seen.Cite(nameof(WindowsSeen.DomainJoined)), place) with { About = seen.About };
            else if (seen is { Edition: { } supported, DomainJoined: true })
                yield return Verdict.RuledOut($"the client runs {Hole.Plain(supported)} and is a member of a domain", seen.Cite(nameof(WindowsSeen.Edition)), seen.Cite(nameof(WindowsSeen.DomainJoined))) with { About = seen.About };
        }
    }

    private static bool IsOfDeviceTunnel(Observation seen) => seen is ProfileRead { IsDeviceTunnel: true } or TopicMentioned { Topic: "device-tunnel", Negated: false };
}
