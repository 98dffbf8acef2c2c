using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>The client reached a phase of a connection: RasClient 20221 to 20226.</summary>
/// <param name="Server">The name or address dialled, where the event names it.</param>
/// <param name="Device">The miniport: <c>WAN Miniport (IKEv2)</c>.</param>
/// <param name="Code">Reason of a disconnection; null in all other phases.</param>
public sealed record ConnectionProgressed(
    Citation Source, Host About, When? At, string? User, string? Connection, string? CoId, ConnectionPhase Phase, string? Server, string? Device, Code? Code)
    : Observation(Source, About, At), IOfAttempt;
