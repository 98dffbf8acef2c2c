using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>The VPN server's RemoteAccess log says something of a connection or of itself: 20271, 20111, 20276, 20253 ...</summary>
/// <param name="Code">The Windows error, mostly from the event's binary data; null when there is none.</param>
/// <param name="NpsReason">The RADIUS reason beside it (20271).</param>
/// <param name="ClientAddress">The client's outer address, where named.</param>
public sealed record GatewayEvent(
    Citation Source, Host About, When? At, int EventId, string? User, string? CoId, Code? Code, Code? NpsReason, string? ClientAddress)
    : Observation(Source, About, At), IOfAttempt
{
    /// <summary>The event's data after the identifiers in braces, in order: port, layer, server ... as the event has them.</summary>
    public ImmutableArray<string> Data { get; init; } = [];
}
