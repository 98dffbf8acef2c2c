using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.UserAuthentication;

/// <summary>A preview of Windows whose PEAP fails. Page: PeapDefectOfInsiderBuild.md.</summary>
public sealed class PeapDefectOfInsiderBuild() : FleetRule(new Need("windows-edition", HostRole.Client), new Need("profile", HostRole.Client))
{
    private const int Defective = 28200;
    private const int Peap = 25;

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        if (ErrorsSeen.In(file, 619, 691) is not { } error)
            yield break;
        var usesPeap = file.All<ProfileRead>().FirstOrDefault(profile => profile.Eap?.OuterType == Peap);
        foreach (var seen in file.All<WindowsSeen>().Where(seen => seen.About.Role is HostRole.Client or HostRole.Unknown && seen.Build is not null))
        {
            var place = seen.Cite(nameof(WindowsSeen.Build));
            if (seen.Build is not Defective)
                yield return Verdict.RuledOut($"the client runs build {seen.Build!.Value}, not {Defective}", place) with { About = seen.About };
            else if (usesPeap is not null)
                yield return Verdict.Found($"the client runs the preview build {Defective}, in which PEAP fails, and the profile uses PEAP", place, error.Source) with { About = seen.About };
            else
                yield return Verdict.Undecided($"the client runs the preview build {Defective}, in which PEAP fails; whether the profile uses PEAP is not shown", place) with { About = seen.About, Needs = [new("profile", HostRole.Client)] };
        }
    }
}
