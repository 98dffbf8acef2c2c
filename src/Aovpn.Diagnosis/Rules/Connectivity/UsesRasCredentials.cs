using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Connectivity;

/// <summary>Windows offers the VPN's credentials to servers inside, which then ask for others. Page: UsesRasCredentials.md.</summary>
public sealed class UsesRasCredentials() : Rule<ProfileRead>(HostRole.Client, "phonebook")
{
    public override ImmutableArray<Need> Needs => [new("phonebook", HostRole.Client), new("profile", HostRole.Client)];

    protected override Verdict? Judge(ProfileRead seen, CaseFile file)
    {
        if (seen.UseRasCredentials is not { } used || Complaint.In(file, SymptomId.AsksForCredentials) is not { } complaint)
            return null;
        var place = seen.Cite(nameof(ProfileRead.UseRasCredentials));
        return used
            ? Verdict.Found($"UseRasCredentials is on: servers inside are offered the credentials of the VPN instead of the user's", place, complaint)
            : Verdict.RuledOut($"UseRasCredentials is off", place);
    }
}
