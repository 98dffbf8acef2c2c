using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Profile;

/// <summary>The script that deploys the profile failed, as PowerShell prints it or as somebody tells.</summary>
internal static class ScriptTrouble
{
    private const string ConstrainedLanguage = "ConstrainedLanguage";

    /// <returns>Where it shows, a printed error before a person's words; null when nothing says that the script failed.</returns>
    public static Observation? SeenIn(CaseFile file) =>
        file.All<PowerShellFailed>().FirstOrDefault()
        ?? file.Observations.FirstOrDefault(seen => seen is SymptomReported { Symptom: SymptomId.ScriptError });

    /// <summary>PowerShell refuses to load a script file: PSSecurityException, id UnauthorizedAccess (about_Execution_Policies).</summary>
    public static bool IsOfExecutionPolicy(PowerShellFailed failed) =>
        failed.Category is "SecurityError" && failed.ErrorId?.StartsWith("UnauthorizedAccess", StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>The ids of language mode errors name it: CannotCreateTypeConstrainedLanguage, MethodInvocationNotSupportedInConstrainedLanguage.</summary>
    public static bool IsOfLanguageMode(PowerShellFailed failed) =>
        failed.ErrorId?.Contains(ConstrainedLanguage, StringComparison.OrdinalIgnoreCase) is true;
}
