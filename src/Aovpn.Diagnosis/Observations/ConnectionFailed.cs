using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>The client says that a connection failed: RasClient 20227, VPN-Client and the like.</summary>
/// <param name="User">Who dialled, as logged; SYSTEM for a device tunnel.</param>
/// <param name="Connection">The connection's name in the phonebook.</param>
/// <param name="CoId">Correlation id without braces, lower case; null when the log has none.</param>
public sealed record ConnectionFailed(
    Citation Source, Host About, When? At, string? User, string? Connection, string? CoId, Code Code) : Observation(Source, About, At), IOfAttempt;
