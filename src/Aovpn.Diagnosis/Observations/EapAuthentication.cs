using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>One authentication by EAP that a probe made, from the first packet to its end.</summary>
/// <param name="About">The RADIUS server; a gateway without one answers itself and cannot be told from it.</param>
/// <param name="User">Identity given.</param>
/// <param name="IsStranger">Without credentials: only to look.</param>
/// <param name="Offered">EAP types that the server began with, in order.</param>
/// <param name="OfferedInside">The same inside PEAP.</param>
/// <param name="Asked">EAP types that the probe asked for by Nak.</param>
/// <param name="AskedInside">The same inside PEAP.</param>
public sealed record EapAuthentication(
    Citation Source, Host About, When? At, string? User, bool IsStranger, ImmutableArray<int> Offered, ImmutableArray<int> OfferedInside,
    ImmutableArray<int> Asked, ImmutableArray<int> AskedInside, EapEnd End) : Observation(Source, About, At)
{
    /// <summary>The RADIUS server was asked directly, and no VPN server stood between.</summary>
    public bool IsDirect { get; init; }

    /// <summary>Fatal TLS alert of the server, RFC 8446 section 6; null when there was none.</summary>
    public int? Alert { get; init; }

    /// <summary>E= of MS-CHAPv2; null when there was none.</summary>
    public Code? MsChapError { get; init; }

    /// <summary>Whether the server got a certificate of the user; null when it asked for none.</summary>
    public bool? SentCertificate { get; init; }

    /// <summary>The user's certificate that was sent; null when none was.</summary>
    public Certificate? UserCertificate { get; init; }

    /// <summary>What the probe holds against the server's certificate, given the roots and names it was told to trust: untrusted, name.</summary>
    public ImmutableArray<string> ServerProblems { get; init; } = [];

    /// <summary>
    /// A RADIUS server that refuses does so at once; one that does not answer costs the VPN server its retransmissions: strongSwan takes 2.6 s, RRAS 5 s for
    /// each try by default.
    /// </summary>
    public bool IsAfterSilence => Seconds >= 2;

    /// <summary>From the last thing that the client sent to the end.</summary>
    public double Seconds { get; init; }

    /// <summary>The certificate these are about.</summary>
    public Certificate? ServerCertificate { get; init; }
}
