using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Profile;

/// <summary>A LockDown profile is on the client, and nothing else can be written or removed as a user. Page: LockDownBlocksChanges.md.</summary>
public sealed class LockDownBlocksChanges() : Rule<ProfileRead>(HostRole.Client, "profile")
{
    protected override Verdict? Judge(ProfileRead seen, CaseFile file)
    {
        if (seen.Form is not (ProfileForm.Wmi or ProfileForm.Connection) || ScriptTrouble.SeenIn(file) is not { } trouble)
            return null;
        if (trouble is PowerShellFailed failed && (ScriptTrouble.IsOfExecutionPolicy(failed) || ScriptTrouble.IsOfLanguageMode(failed)))
            return null;

        return seen.LockDown switch
        {
            true => Verdict.Found($"a LockDown profile is on the client: until it is removed no other profile can be written", seen.Cite(nameof(ProfileRead.LockDown))),
            false => Verdict.RuledOut($"the profile on the client is no LockDown profile", seen.Cite(nameof(ProfileRead.LockDown))),
            null => null,
        };
    }
}
