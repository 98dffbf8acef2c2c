using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>The VPN server was not told to check machine certificates for revocation. Page: RevokedDeviceConnects.md.</summary>
public sealed class RevokedDeviceConnects() : Rule<RegistryRead>(HostRole.VpnServer, "crl-registry")
{
    private const string Value = "CertAuthFlags";

    /// <summary>RevocationCheck, as scripts that harden RRAS set it (from memory of Microsoft's page; unverified).</summary>
    private const uint ChecksRevocation = 4;

    protected override Verdict? Judge(RegistryRead seen, CaseFile file)
    {
        if (!seen.IsBelow(@"RemoteAccess\Parameters\Ikev2")
            || file.All<SymptomReported>().FirstOrDefault(one => one.Symptom is SymptomId.ConnectsWithoutPermission) is not { } complaint)
        {
            return null;
        }

        if (seen[Value] is not { Number: { } flags } value)
        {
            return seen.Complete
                ? Verdict.Found($"{Hole.Plain(Value)} is not set: the VPN server does not check machine certificates for revocation", seen.Source, complaint.Source)
                : null;
        }

        return (flags & ChecksRevocation) != 0
            ? Verdict.RuledOut($"{Hole.Plain(Value)} is {flags}: the VPN server checks machine certificates for revocation", value.Source)
            : Verdict.Found($"{Hole.Plain(Value)} is {flags}: the VPN server does not check machine certificates for revocation", value.Source, complaint.Source);
    }
}
