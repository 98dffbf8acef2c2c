using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>A machine certificate is there, but the private key that belongs to it is not, and there is no other that would do.</summary>
public sealed class PrivateKeyMissing() : Rule<StoreListed>(HostRole.Unknown, "machine-store")
{
    protected override Verdict? Judge(StoreListed seen, CaseFile file)
    {
        if (!PersonalStores.IsMachines(seen) || seen.About.Role is not (HostRole.VpnServer or HostRole.Client))
            return null;
        if (seen.About.Role is HostRole.Client && !TunnelKinds.UseMachineCertificate(file))
            return null;

        var purpose = seen.About.Role is HostRole.Client ? Purpose.ClientAuthentication : Purpose.ServerAuthentication;
        var suitable = seen.Certificates
            .Where(certificate => certificate.IsCertificationAuthority is not true && certificate.Allows(purpose) is not false && certificate.IsInForce(file.AsOf) is not false)
            .ToArray();

        if (suitable.FirstOrDefault(certificate => certificate.HasPrivateKey is true) is { } keyed)
            return Verdict.RuledOut($"{Hole.Subject(keyed.Subject)} has its private key", keyed.Cite(nameof(Certificate.HasPrivateKey)));

        var keyless = suitable.Where(certificate => certificate.HasPrivateKey is false).ToArray();
        return keyless.Length > 0 && keyless.Length == suitable.Length
            ? Verdict.Found($"{Hole.Subject(keyless[0].Subject)} has no private key on this machine", [.. keyless.Select(certificate => certificate.Cite(nameof(Certificate.HasPrivateKey)))])
            : null;
    }
}
