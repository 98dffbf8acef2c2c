using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Profile;

/// <summary>The profile's name has spaces, and the script writes it into the CSP's path as it is. Page: ProfileNameNotEscaped.md.</summary>
public sealed class ProfileNameNotEscaped() : Rule<ScriptRead>(HostRole.Client, "script")
{
    protected override Verdict? Judge(ScriptRead seen, CaseFile file)
    {
        if (seen.ProfileName?.Contains(' ', StringComparison.Ordinal) is not true)
            return null;

        return seen.EscapesSpaces switch
        {
            true => Verdict.RuledOut($"the script writes the spaces of {Hole.Host(seen.ProfileName)} as %20", seen.Cite(nameof(ScriptRead.EscapesSpaces))),
            false => Verdict.Found(
                $"the profile's name {Hole.Host(seen.ProfileName)} has spaces, and the script does not write them as %20 where it creates the profile",
                seen.Cite(nameof(ScriptRead.ProfileName)), seen.Cite(nameof(ScriptRead.EscapesSpaces))),
            null => null,
        };
    }
}
