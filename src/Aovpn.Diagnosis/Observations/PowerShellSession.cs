using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>The session in which a script is to run, or did: Get-ExecutionPolicy, LanguageMode, whoami, SESSIONNAME. One fact each time.</summary>
/// <param name="LanguageMode">FullLanguage, ConstrainedLanguage ...</param>
/// <param name="ExecutionPolicy">The effective policy: Restricted, AllSigned, RemoteSigned ...</param>
public sealed record PowerShellSession(
    Citation Source, Host About, string? LanguageMode, string? ExecutionPolicy, bool? IsElevated, bool? IsRemote, string? User)
    : Observation(Source, About, null);
