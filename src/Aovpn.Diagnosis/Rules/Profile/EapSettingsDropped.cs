using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Profile;

/// <summary>The connection on the client has not the EAP configuration of the profile that was deployed. Page: EapSettingsDropped.md.</summary>
public sealed class EapSettingsDropped() : PairRule<ProfileRead, ProfileRead>(HostRole.Client, "connection", HostRole.Client, "profile")
{
    protected override Verdict? Judge(ProfileRead left, ImmutableArray<ProfileRead> right, CaseFile file)
    {
        if (left is not { Form: ProfileForm.Connection, IsDeviceTunnel: not true, UserMethod: { } method })
            return null;
        if (right.FirstOrDefault(profile => IsMeant(profile) && (profile.Name is null || left.Name is null || profile.Name == left.Name)) is not { Eap: { } meant })
            return null;

        var isPassword = method.Contains("MSChap", StringComparison.OrdinalIgnoreCase) || left.Eap is { UsesCertificate: false };
        return meant.UsesCertificate && isPassword
            ? Verdict.Found(
                $"the connection authenticates with {Hole.Plain(left.Eap is null ? method : "a password in EAP")}, and the profile that was deployed asks for a certificate", left.Cite(nameof(ProfileRead.UserMethod)))
            : null;
    }

    private static bool IsMeant(ProfileRead profile) => profile is { Form: ProfileForm.ProfileXml or ProfileForm.Script, Eap: not null };
}
