using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>A RADIUS server threw a request away without an answer, and says why.</summary>
/// <param name="Client">Address that the request came from.</param>
/// <param name="IsUnknownClient">The address is no RADIUS client; else the request is signed with another secret.</param>
public sealed record RadiusRequestDropped(Citation Source, Host About, When? At, string Client, bool IsUnknownClient) : Observation(Source, About, At);
