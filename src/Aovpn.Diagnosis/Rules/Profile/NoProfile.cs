using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Profile;

/// <summary>The client has no VPN connection: neither the user nor the machine. Page: NoProfile.md.</summary>
public sealed class NoProfile() : FleetRule(new Need("connection", HostRole.Client))
{
    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        var listings = file.All<ConnectionsListed>().ToArray();
        if (listings.Length == 0)
            yield break;

        if (listings.FirstOrDefault(one => one.Count > 0) is { } some)
        {
            yield return Verdict.RuledOut($"the connection {Hole.Host(some.Names[0])} is on the client", some.Source) with { About = some.About };
            yield break;
        }

        if (file.All<ProfileRead>().FirstOrDefault(profile => profile.Form is ProfileForm.Wmi) is { } written)
        {
            yield return Verdict.RuledOut($"the profile {Hole.Host(written.Name ?? "of the VPN")} is on the client", written.Source) with { About = written.About };
            yield break;
        }

        var own = listings.FirstOrDefault(one => !one.AllUsers);
        var all = listings.FirstOrDefault(one => one.AllUsers);
        yield return own is not null && all is not null
            ? Verdict.Found($"no VPN connection is on the client, neither for this user nor for all users", own.Source, all.Source) with { About = own.About }
            : Verdict.Undecided($"only one of the two lists was shown, and it is empty", listings[0].Source) with { About = listings[0].About, Needs = Needs };
    }
}
