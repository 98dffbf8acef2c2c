using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>A RADIUS server was asked something directly, as a VPN server would.</summary>
/// <param name="Question">status, access, large, accounting, unsigned.</param>
/// <param name="Endpoint">Address and port.</param>
/// <param name="Length">Bytes of the request.</param>
public sealed record RadiusProbed(Citation Source, Host About, When? At, string Question, string? Endpoint, int? Length, RadiusProbeResult Result)
    : Observation(Source, About, At);
