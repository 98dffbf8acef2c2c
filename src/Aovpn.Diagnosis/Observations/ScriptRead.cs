using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>A script that deploys a VPN profile (VPN_Profile.ps1, New-AovpnConnection.ps1). The profile inside it is a <see cref="ProfileRead"/> of its own.</summary>
/// <param name="ProfileName">The value assigned to the profile's name; null when it is a parameter.</param>
/// <param name="EscapesSpaces">Whether it replaces spaces of the name by %20 for the CSP's URI.</param>
/// <param name="FindsUserByConsole">It asks Win32_ComputerSystem for the user at the console, which a remote session does not have.</param>
public sealed record ScriptRead(Citation Source, Host About, string? ProfileName, bool? EscapesSpaces, bool FindsUserByConsole)
    : Observation(Source, About, null);
