using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>The VPN server's AUTH payload was checked with the key of the certificate that it showed.</summary>
/// <param name="Verifies">Null where it could not be checked.</param>
public sealed record GatewayAuthenticated(Citation Source, Host About, When? At, bool? Verifies) : Observation(Source, About, At);
