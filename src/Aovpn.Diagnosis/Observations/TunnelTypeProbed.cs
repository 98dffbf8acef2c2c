using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>A probe tried another tunnel type than IKEv2, as far as a stranger gets.</summary>
/// <param name="TunnelType">SSTP, L2TP, PPTP.</param>
/// <param name="GoesOn">Authentication would follow.</param>
/// <param name="Stage">Where it ended: connect, tls, http, call, lcp, connection, main-mode, key-exchange, nat-traversal, identity, quick-mode, tunnel, session, refused, open.</param>
/// <param name="HttpStatus">What SSTP's request was answered with; 200 by an SSTP server.</param>
/// <param name="Problem">In words; null while all is well, and for silence.</param>
public sealed record TunnelTypeProbed(Citation Source, Host About, When? At, string TunnelType, bool GoesOn, string Stage, int? HttpStatus, string? Problem)
    : Observation(Source, About, At)
{
    /// <summary>The service itself answered: neither silence nor a closed port.</summary>
    public bool Answered { get; init; }

    /// <summary>L2TP/IPsec: both sides proved that they know one pre-shared key; false where the gateway did not; null where none was tried.</summary>
    public bool? Proved { get; init; }

    /// <summary>
    /// What a Windows client shows there, as far as documentation says: no answer 800; HTTP's status as an error of the BITS facility; IKEv1's refusal 789, also that of a pre-shared key; what comes after IPsec has no code of its own.
    /// </summary>
    public Code? Shows => this switch
    {
        { GoesOn: true } => null,
        { TunnelType: "SSTP", HttpStatus: { } status and not 200 } => Code.Windows(0x8019_0000u + (uint)status),
        { TunnelType: "L2TP", Stage: "nat-traversal" } => Code.Windows(809u),
        { TunnelType: "L2TP", Stage: "tunnel" or "session" or "lcp" } => null,
        { TunnelType: "L2TP", Answered: true } => Code.Windows(789u),
        { TunnelType: "L2TP" } => Code.Windows(809u),
        { Stage: "connect" } => Code.Windows(800u),
        _ => null,
    };
}
