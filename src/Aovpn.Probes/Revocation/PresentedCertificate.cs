using Aovpn.Diagnosis.Observations;

namespace Aovpn.Probes.Revocation;

/// <summary>A certificate that may be revoked, of a chain that was shown to the probe.</summary>
/// <param name="Use">Ike, Sstp or Eap: what the chain was shown in.</param>
/// <param name="Issuer">The certificate above it, shown with it or trusted by the client; null where neither has it.</param>
internal sealed record PresentedCertificate(CertificateUse Use, Certificate Certificate, Certificate? Issuer);
