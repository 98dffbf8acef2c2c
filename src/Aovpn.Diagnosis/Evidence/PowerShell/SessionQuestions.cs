namespace Aovpn.Diagnosis.Evidence.PowerShell;

/// <summary>Which commands ask which question.</summary>
internal static class SessionQuestions
{
    /// <summary>A piece of each command, in the order of the questions.</summary>
    public static readonly string[] Commands = ["LanguageMode", "Get-ExecutionPolicy", "SESSIONNAME", "query user", "quser", "qwinsta", "query session", "IsInRole(", "whoami"];

    extension(SessionQuestion)
    {
        /// <returns>Null for any other command.</returns>
        public static SessionQuestion? Parse(string command)
        {
            if (Is("$ExecutionContext.SessionState.LanguageMode"))
                return SessionQuestion.LanguageMode;
            if (Is("Get-ExecutionPolicy"))
                return command.Contains("-List", StringComparison.OrdinalIgnoreCase) ? SessionQuestion.ExecutionPolicyList
                    : command.Contains("-Scope", StringComparison.OrdinalIgnoreCase) ? null : SessionQuestion.ExecutionPolicy;
            if (Is("$env:SESSIONNAME") || Is("echo %SESSIONNAME%"))
                return SessionQuestion.SessionName;
            if (Is("query user") || Is("quser") || Is("qwinsta") || Is("query session"))
                return SessionQuestion.SessionList;
            if (command.Contains("IsInRole(", StringComparison.OrdinalIgnoreCase) && command.Contains("WindowsPrincipal", StringComparison.OrdinalIgnoreCase))
                return SessionQuestion.IsAdministrator;
            if (!Is("whoami"))
                return null;
            return command.Contains("/groups", StringComparison.OrdinalIgnoreCase) || command.Contains("/all", StringComparison.OrdinalIgnoreCase) ? SessionQuestion.Groups
                : command.Contains('/') ? null : SessionQuestion.UserName;

            bool Is(string start) => command.StartsWith(start, StringComparison.OrdinalIgnoreCase)
                && (command.Length == start.Length || !char.IsLetterOrDigit(command[start.Length]));
        }
    }
}
