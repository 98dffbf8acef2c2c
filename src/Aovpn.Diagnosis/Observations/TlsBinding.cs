using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <param name="Endpoint">As written: 0.0.0.0:443, [::]:443, or a host name with its port.</param>
/// <param name="Thumbprint">SHA-1 of the certificate, lower case; null when cut off.</param>
/// <param name="ApplicationId">Who bound it, without braces, lower case; null when not shown.</param>
public sealed record TlsBinding(Citation Source, string Endpoint, string? Thumbprint, string? ApplicationId) : Cited(Source)
{
    /// <summary>The identifier under which the Secure Socket Tunneling Protocol service binds (netsh http show sslcert on an RRAS server).</summary>
    public const string SstpApplication = "ba195980-cd49-458b-9e23-c84ee0adcd75";

    /// <summary>TCP 443 on every address: where SSTP listens.</summary>
    public bool IsForSstp => Endpoint is "0.0.0.0:443" or "[::]:443";
}
