using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Profile;

/// <summary>The device management provider reports an error for the VPN profile that it wrote. Page: IntuneRewritesProfile.md.</summary>
public sealed class IntuneRewritesProfile() : Rule<EventLogged>(HostRole.Client, "mdm-events")
{
    private static readonly int[] Failures = [404, 809];

    private const string Node = "VPNv2";

    protected override Verdict? Judge(EventLogged seen, CaseFile file) =>
        seen.Provider is "DeviceManagement-Enterprise-Diagnostics-Provider" && Failures.Contains(seen.EventId)
        && seen.Data.FirstOrDefault(one => one.Value.Contains(Node, StringComparison.OrdinalIgnoreCase)) is { Value: not null } named
            ? Verdict.Found($"the device management provider logs {Code.Event((uint)seen.EventId)} for the VPN profile (VPNv2): it could not be written or read back as it was sent", seen.Cite(named.Key))
            : null;
}
