using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Negotiation;

/// <summary>The profile's CryptographySuite lacks some of its six elements; Windows wants all or none.</summary>
public sealed class CryptographySuiteIncomplete() : Rule<ProfileRead>(HostRole.Unknown, "profile")
{
    public override ImmutableArray<Need> Needs => [new("profile", HostRole.Client)];

    protected override Verdict? Judge(ProfileRead seen, CaseFile file)
    {
        if (seen.Form is not (ProfileForm.ProfileXml or ProfileForm.Wmi or ProfileForm.Script) || seen.CryptographySuite.IsEmpty)
            return null;

        var missing = PolicyComparison.Elements.Where(element => PolicyComparison.Value(seen.CryptographySuite, element) is null).ToArray();
        var present = PolicyComparison.Elements.Where(element => !missing.Contains(element)).Select(element => PolicyComparison.PlaceInProfile(seen, element));
        return missing.Length == 0
            ? Verdict.RuledOut($"CryptographySuite has all {PolicyComparison.Elements.Length} elements", seen.Cite(nameof(ProfileRead.CryptographySuite)))
            : Verdict.Found($"CryptographySuite lacks {Hole.Plain(string.Join(", ", missing))}; all {PolicyComparison.Elements.Length} elements or none must be there", [.. present]);
    }
}
