using Aovpn.Diagnosis.Evidence.Profiles;

namespace Aovpn.Diagnosis.Evidence.Scripts;

/// <summary>A string of a script.</summary>
/// <param name="FirstLine">Line of its opening quotation mark.</param>
/// <param name="LastLine">Line of its closing quotation mark.</param>
/// <param name="Content">What is between them, escapes taken off.</param>
/// <param name="Expands">Variables in it are replaced by their values: double quotation marks.</param>
/// <param name="AssignedTo">The variable that it is assigned to, without the dollar sign; null when it stands elsewhere.</param>
internal sealed record ScriptString(int FirstLine, int LastLine, MappedText Content, bool Expands, string? AssignedTo);
