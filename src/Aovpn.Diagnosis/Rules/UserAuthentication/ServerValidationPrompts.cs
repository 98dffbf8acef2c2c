using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.UserAuthentication;

/// <summary>The profile lets Windows ask the user whether to trust NPS, and does not name it. Page: ServerValidationPrompts.md.</summary>
public sealed class ServerValidationPrompts() : Rule<ProfileRead>(HostRole.Client, "profile")
{
    protected override Verdict? Judge(ProfileRead seen, CaseFile file)
    {
        if (seen.Eap is not { } eap || Prompt(file) is not { } symptom)
            return null;
        if (eap.PromptsForServer is false)
            return Verdict.RuledOut($"the profile does not let Windows ask for the server (DisableUserPromptForServerValidation is true)", eap.Cite(nameof(EapConfiguration.PromptsForServer)));
        if (eap.PromptsForServer is null)
            return null;
        if (!eap.ServerNames.IsEmpty && !eap.TrustedRoots.IsEmpty)
            return null;

        return Verdict.Found(
            $"the profile lets Windows ask whether to trust NPS (DisableUserPromptForServerValidation is false) and gives it no {Hole.Plain(eap.ServerNames.IsEmpty ? "server name" : "root")} to know it by",
            eap.Cite(nameof(EapConfiguration.PromptsForServer)), symptom.Source);
    }

    private static Observation? Prompt(CaseFile file) =>
        file.Observations.FirstOrDefault(seen => seen is TopicMentioned { Topic: "server-prompt", Negated: false } or SymptomReported { Symptom: SymptomId.AsksForCredentials })
        ?? ErrorsSeen.In(file, 703);
}
