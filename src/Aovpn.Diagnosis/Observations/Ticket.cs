using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>A Kerberos ticket in a cache, RFC 4120.</summary>
/// <param name="Client">The user's principal name without the realm.</param>
/// <param name="Service">The service's principal name without the realm: <c>krbtgt/CORP.EXAMPLE</c>, <c>cifs/files.corp.example</c>.</param>
public sealed record Ticket(Citation Source, string Client, string Service) : Cited(Source)
{
    /// <summary>Ticket-granting: from it all others are asked for.</summary>
    public bool IsGranting => Service.StartsWith("krbtgt/", StringComparison.OrdinalIgnoreCase);
}
