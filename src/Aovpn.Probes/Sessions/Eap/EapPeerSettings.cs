using System.Collections.Immutable;

namespace Aovpn.Probes.Sessions.Eap;

/// <summary>Who the peer says it is, what it accepts and by what it trusts the server.</summary>
/// <param name="Identity">Answer to Identity: <c>alice@corp.example.com</c>, <c>CORP\alice</c>; at most 1,000 bytes of UTF-8.</param>
/// <param name="Methods">Acceptable methods, dearest first. One that the server does not begin with is asked for by Nak.</param>
public sealed record EapPeerSettings(string Identity, ImmutableArray<EapMethod> Methods)
{
    /// <summary>A stranger's: follows PEAP and EAP-TLS as far as they go without credentials, and looks at certificates and inner methods.</summary>
    public static EapPeerSettings Stranger(string identity) => new(identity, [EapMethod.PeapTls, EapMethod.PeapMsChapV2, EapMethod.Tls]);

    /// <summary>Null: a method that needs it is followed until it asks, then left.</summary>
    public Secret? Password { get; init; }

    /// <summary>Name for MS-CHAPv2 where it differs from <see cref="Identity"/>.</summary>
    public string? UserName { get; init; }

    /// <summary>Identity inside the tunnel where it differs from <see cref="Identity"/>.</summary>
    public string? InnerIdentity { get; init; }

    /// <summary>Null: a method that needs it is followed until the server asks, then left.</summary>
    public ClientCertificate? Certificate { get; init; }

    /// <summary>How the server of a TLS tunnel is judged. Null: it is recorded, nothing is trusted, no password is sent.</summary>
    public ServerTrust? Trust { get; init; }

    /// <summary>The user's explicit word that MS-CHAPv2 may be spoken where no tunnel hides it.</summary>
    public bool AllowsMsChapV2WithoutTunnel { get; init; }

    /// <summary>Largest EAP packet sent, in bytes; RFC 3748 section 3.1 has every link carry 1020.</summary>
    public int LargestPacket { get; init; } = 1020;

    /// <summary>
    /// A server that wants a certificate gets an empty list where there is none to send. Without this the peer leaves, as Windows does.
    /// </summary>
    public bool GoesOnWithoutCertificate { get; init; }

    /// <summary>Neither password nor certificate: looks only, and begins no method that needs them.</summary>
    public bool IsStranger => Password is null && Certificate is null && !GoesOnWithoutCertificate;

    /// <summary>TLS 1.3 is offered beside 1.2 in EAP-TLS, as Windows 11 does. PEAP keeps to 1.2.</summary>
    public bool OffersTls13 { get; init; } = true;
}
