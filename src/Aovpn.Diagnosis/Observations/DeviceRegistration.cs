using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>Whether Entra ID (Azure AD) knows a device, as <c>dsregcmd /status</c> says. Each is null when not shown.</summary>
/// <param name="EntraJoined">AzureAdJoined: joined, hybrid joined with DomainJoined.</param>
/// <param name="DomainJoined">DomainJoined.</param>
/// <param name="Registered">WorkplaceJoined: the device is registered for this user only.</param>
/// <param name="DeviceStatus">DeviceAuthStatus: SUCCESS, or FAILED with what Entra ID answered.</param>
/// <param name="HasPrimaryRefreshToken">AzureAdPrt.</param>
public sealed record DeviceRegistration(
    Citation Source, Host About, bool? EntraJoined, bool? DomainJoined, bool? Registered, string? DeviceStatus, bool? HasPrimaryRefreshToken)
    : Observation(Source, About, null);
