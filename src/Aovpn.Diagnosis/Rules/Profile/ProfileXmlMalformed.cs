using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Profile;

/// <summary>The ProfileXML is not well-formed, and Windows answers with a general error. Page: ProfileXmlMalformed.md.</summary>
public sealed class ProfileXmlMalformed() : Rule<ProfileRead>(HostRole.Client, "profile")
{
    protected override Verdict? Judge(ProfileRead seen, CaseFile file)
    {
        if (!seen.IsWellFormed)
            return Verdict.Found($"the ProfileXML is not well-formed, and Windows does not take it; the fault begins on the line cited", seen.Cite(nameof(ProfileRead.IsWellFormed)));

        return seen.Form is ProfileForm.ProfileXml or ProfileForm.Script && ScriptTrouble.SeenIn(file) is not null
            ? Verdict.RuledOut($"the ProfileXML is well-formed", seen.Source)
            : null;
    }
}
