using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Profile;

/// <summary>The connection never dials, and its profile does not say that it should. Page: ProfileWithoutAlwaysOn.md.</summary>
public sealed class ProfileWithoutAlwaysOn() : Rule<ProfileRead>(HostRole.Client, "profile")
{
    protected override Verdict? Judge(ProfileRead seen, CaseFile file)
    {
        if (file.Observations.FirstOrDefault(one => one is SymptomReported { Symptom: SymptomId.NeverDials }) is not { } symptom)
            return null;
        if (seen.AlwaysOn is false)
            return Verdict.Found($"AlwaysOn is false in the profile {Name(seen)}: Windows does not dial it by itself", seen.Cite(nameof(ProfileRead.AlwaysOn)), symptom.Source);

        return seen is { AlwaysOn: null, Form: ProfileForm.ProfileXml or ProfileForm.Wmi } && !IsDamaged(seen, file)
            ? Verdict.Found($"the profile {Name(seen)} does not say AlwaysOn: Windows does not dial it by itself", symptom.Source)
            : null;
    }

    private static bool IsDamaged(ProfileRead seen, CaseFile file) => file.All<Unreadable>().Any(damage => damage.Source.Artifact == seen.Source.Artifact);

    private static Hole Name(ProfileRead seen) => Hole.Host(seen.Name ?? "of the VPN");
}
