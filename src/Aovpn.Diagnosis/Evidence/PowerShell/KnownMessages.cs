using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.PowerShell;

/// <summary>Sentences of Windows and PowerShell that people paste without CategoryInfo and FullyQualifiedErrorId, with what those would say.</summary>
internal static class KnownMessages
{
    /// <param name="Phrase">English, as Windows words it.</param>
    /// <param name="RareWord">One of its words, by which it is sought: the console may wrap it between any two.</param>
    internal readonly record struct Known(string Phrase, string RareWord, string? ErrorId, string? Category, Code? Code);

    /// <summary>WBEM_E_FAILED.</summary>
    private static readonly Code Failed = Code.Windows(0x80041001u);

    /// <summary>WBEM_E_ACCESS_DENIED.</summary>
    private static readonly Code AccessDenied = Code.Windows(0x80041003u);

    public static readonly Known[] All =
    [
        new("running scripts is disabled on this system", "scripts", "UnauthorizedAccess", "SecurityError", null),
        new("is not digitally signed", "digitally", "UnauthorizedAccess", "SecurityError", null),
        new("A general error occurred that is not covered by a more specific error code", "covered", "HRESULT 0x80041001", "NotSpecified", Failed),
        new("Access to a CIM resource was not available to the client", "resource", "HRESULT 0x80041003", "PermissionDenied", AccessDenied),
        new("Method invocation is supported only on core types in this language mode", "invocation", "MethodInvocationNotSupportedInConstrainedLanguage", "InvalidOperation", null),
        new("Only core types are supported in this language mode", "supported", "CannotCreateTypeConstrainedLanguage", "PermissionDenied", null),
        new("Unable to get user SID. User may be logged on over Remote Desktop", "logged", null, null, null),
        new("You cannot call a method on a null-valued expression", "null-valued", "InvokeMethodOnNull", "InvalidOperation", null),
    ];
}
