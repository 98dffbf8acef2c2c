using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <param name="User">Null when not shown.</param>
/// <param name="Address">The client's address in the tunnel; null when not shown.</param>
/// <param name="Machine">HostName of the client; null when not shown.</param>
public sealed record OpenSession(Citation Source, string? User, string? Address, string? Machine) : Cited(Source);
