using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Correlation;

/// <summary>A certificate with which the VPN server proves, or would prove, who it is in IKE.</summary>
/// <param name="SeenIn">The handshake, file or listing that shows it.</param>
/// <param name="IsPresented">It was seen on the wire, so that no choice is left.</param>
public sealed record GatewayCertificate(Observation SeenIn, Certificate Certificate, bool IsPresented);
