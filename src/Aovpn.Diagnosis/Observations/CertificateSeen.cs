using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>A single certificate: one that a host presented, or one from a file collected on it.</summary>
/// <param name="Use">What it was seen in.</param>
public sealed record CertificateSeen(Citation Source, Host About, When? At, CertificateUse Use, Certificate Certificate) : Observation(Source, About, At);
