using System.Collections.Immutable;
using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.UserAuthentication;

/// <summary>Conditional Access guards the VPN, and Entra ID does not know the device or refuses it. Page: EntraCertificateNotAsked.md.</summary>
public sealed class EntraCertificateNotAsked() : Rule<DeviceRegistration>(HostRole.Client, "aad-events")
{
    public override ImmutableArray<Need> Needs => [new("aad-events", HostRole.Client), new("profile", HostRole.Client), new("user-store", HostRole.Client), new("device-registration", HostRole.Client)];

    protected override Verdict? Judge(DeviceRegistration seen, CaseFile file)
    {
        if (ConditionalAccess.Sign(file) is null)
            return null;
        if (seen is { EntraJoined: false, Registered: false })
        {
            return Verdict.Found(
                $"the device is neither joined to Entra ID nor registered there: AzureAdJoined is NO, WorkplaceJoined is NO, expected YES for one of them",
                seen.Cite(nameof(DeviceRegistration.EntraJoined)), seen.Cite(nameof(DeviceRegistration.Registered)));
        }

        return seen.DeviceStatus is { } status && status.StartsWith("FAILED", StringComparison.OrdinalIgnoreCase)
            ? Verdict.Found($"Entra ID refuses the device: DeviceAuthStatus is {Hole.Plain(status)}, expected SUCCESS", seen.Cite(nameof(DeviceRegistration.DeviceStatus)))
            : null;
    }
}
