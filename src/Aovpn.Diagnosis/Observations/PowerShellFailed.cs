using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>PowerShell printed an error.</summary>
/// <param name="ErrorId">FullyQualifiedErrorId, or its first part; language independent.</param>
/// <param name="Category">CategoryInfo's category: PermissionDenied, SecurityError, InvalidArgument.</param>
/// <param name="Code">HRESULT where one is printed.</param>
/// <param name="Text">The error's first sentence, as printed.</param>
public sealed record PowerShellFailed(Citation Source, Host About, string? ErrorId, string? Category, string? Command, Code? Code, string Text)
    : Observation(Source, About, null);
