using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.UserAuthentication;

/// <summary>Credential Guard runs, and the profile wants the password of the sign-in. Page: CredentialGuardBlocksPassword.md.</summary>
public sealed class CredentialGuardBlocksPassword() : FleetRule(new Need("device-guard", HostRole.Client), new Need("profile", HostRole.Client))
{
    private const int MsChapV2 = 26;

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        foreach (var seen in file.All<CredentialGuardSeen>())
        {
            if (!seen.Runs)
                yield return Verdict.RuledOut($"Credential Guard does not run", seen.Source) with { About = seen.About };
            else if (file.All<ProfileRead>().FirstOrDefault(UsesPassword) is { } profile && (Complaint(file) ?? ErrorsSeen.In(file, 691, 703)) is { } symptom)
                yield return Verdict.Found($"Credential Guard runs, and the profile authenticates with a password (MS-CHAPv2)", seen.Source, Place(profile), symptom.Source) with { About = seen.About };
        }
    }

    private static Observation? Complaint(CaseFile file) => file.All<SymptomReported>().FirstOrDefault(seen => seen.Symptom is SymptomId.AsksForCredentials);

    private static bool UsesPassword(ProfileRead profile) =>
        profile.Eap is { OuterType: MsChapV2 } or { InnerType: MsChapV2 } || profile.UserMethod?.Equals("MSChapv2", StringComparison.OrdinalIgnoreCase) is true;

    private static Citation Place(ProfileRead profile) => profile.Eap?.Source ?? profile.Cite(nameof(ProfileRead.UserMethod));
}
