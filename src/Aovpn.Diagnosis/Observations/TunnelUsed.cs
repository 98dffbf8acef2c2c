using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>A probe sent traffic through a tunnel that stood.</summary>
/// <param name="Sent">ESP packets that went out.</param>
/// <param name="Received">Genuine ESP packets that came back.</param>
public sealed record TunnelUsed(Citation Source, Host About, When? At, int Sent, int Received) : Observation(Source, About, At);
