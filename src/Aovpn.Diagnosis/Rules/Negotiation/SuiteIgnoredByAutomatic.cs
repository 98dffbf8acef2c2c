using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Negotiation;

/// <summary>The profile's algorithms are not applied, as its tunnel type is Automatic. Page: SuiteIgnoredByAutomatic.md.</summary>
public sealed class SuiteIgnoredByAutomatic() : Rule<ProfileRead>(HostRole.Unknown, "profile")
{
    /// <summary>ERROR_AUTOMATIC_VPN_FAILED and ERROR_IPSEC_IKE_POLICY_MATCH.</summary>
    private static readonly uint[] Negotiation = [800, 13868];

    public override ImmutableArray<Need> Needs => [new("profile", HostRole.Client)];

    protected override Verdict? Judge(ProfileRead seen, CaseFile file)
    {
        if (seen is not { Form: ProfileForm.ProfileXml or ProfileForm.Wmi or ProfileForm.Script, TunnelType: { } type, CryptographySuite.IsEmpty: false })
            return null;

        var place = seen.Cite(nameof(ProfileRead.TunnelType));
        if (type is not "Automatic")
            return Verdict.RuledOut($"the profile's tunnel type is {Hole.Plain(type)}, for which CryptographySuite counts", place);
        return ErrorsSeen.In(file, Negotiation) is { } failure
            ? Verdict.Found($"the profile has a CryptographySuite, and its tunnel type is Automatic, for which Windows applies none", place, seen.Cite(nameof(ProfileRead.CryptographySuite)), failure.Source)
            : null;
    }
}
