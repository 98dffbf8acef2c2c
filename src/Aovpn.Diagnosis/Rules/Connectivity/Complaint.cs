using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Connectivity;

/// <summary>
/// A complaint about what happens after the connection stands. Settings that are sound in most organisations are judged only beside one.
/// </summary>
internal static class Complaint
{
    /// <returns>Where it was made; null when nobody complains of any of these.</returns>
    public static Citation? In(CaseFile file, params ReadOnlySpan<SymptomId> symptoms)
    {
        foreach (var seen in file.All<SymptomReported>())
        {
            if (symptoms.Contains(seen.Symptom))
                return seen.Source;
        }

        return null;
    }

    /// <summary>The profile is a whole document whose settings are all known: what is not in it is not set.</summary>
    public static bool IsWhole(ProfileRead profile) => profile.Form is ProfileForm.ProfileXml or ProfileForm.Wmi or ProfileForm.Script && profile.Unknown.IsEmpty;
}
