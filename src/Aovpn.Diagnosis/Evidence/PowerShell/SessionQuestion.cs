namespace Aovpn.Diagnosis.Evidence.PowerShell;

/// <summary>A command whose answer says something of the session.</summary>
internal enum SessionQuestion
{
    LanguageMode,
    ExecutionPolicy,
    ExecutionPolicyList,
    Groups,
    SessionName,
    SessionList,
    IsAdministrator,
    UserName,
}
