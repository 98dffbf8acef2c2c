using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>NPS received, accepted, refused, challenged or discarded a request: events 6272 to 6280 and the accounting logs.</summary>
/// <param name="User">The user as NPS resolved it, else as the request named it.</param>
/// <param name="NetworkPolicy">Null when none matched.</param>
/// <param name="Client">The RADIUS client: the VPN server that asked.</param>
/// <param name="CallingStation">The VPN client's outer address.</param>
/// <param name="Class">The Class attribute, which joins request and reply.</param>
public sealed record RadiusDecision(
    Citation Source, Host About, When? At, RadiusOutcome Outcome, Code? Reason, string? User, string? NetworkPolicy, string? ConnectionRequestPolicy,
    string? AuthenticationType, string? EapType, RadiusClient Client, string? CallingStation, string? SessionId, string? Class)
    : Observation(Source, About, At), IOfAttempt
{
    /// <summary>MS-RAS-Correlation-ID, which a VPN server on Windows sends and the accounting log keeps; events do not show it.</summary>
    public string? CoId { get; init; }

    /// <summary>False where the request is known to come from Wi-Fi, a switch or RD Gateway: not a VPN's business.</summary>
    public bool IsVpn { get; init; } = true;

    /// <summary>The Windows error in MS-CHAP-Error (<c>E=691 R=0 V=3</c>), which the client shows its user.</summary>
    public Code? MsChapError { get; init; }

    /// <summary>What a server without reason codes says in words; null where <see cref="Reason"/> says it, or nothing does.</summary>
    public RefusalGround? Ground { get; init; }

    /// <summary>Those words, as logged.</summary>
    public string? Words { get; init; }
}
