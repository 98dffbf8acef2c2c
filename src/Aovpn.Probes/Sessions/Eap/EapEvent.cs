using System.Collections.Immutable;
using Aovpn.Codecs.Eap;

namespace Aovpn.Probes.Sessions.Eap;

/// <summary>Something learned during an authentication. A closed set; nothing in it is secret.</summary>
public abstract record EapEvent
{
    private EapEvent()
    {
    }

    /// <summary>The server asked who the peer is.</summary>
    /// <param name="Inner">Inside PEAP's tunnel.</param>
    public sealed record IdentityAsked(bool Inner) : EapEvent;

    /// <summary>The server's text for a person (RFC 3748 section 5.2).</summary>
    public sealed record Notified(string Text) : EapEvent;

    /// <summary>The server began a method.</summary>
    public sealed record MethodOffered(EapType Type, bool Inner) : EapEvent;

    /// <summary>The peer refused a method and asked for others.</summary>
    public sealed record MethodRefused(EapType Offered, ImmutableArray<EapType> Desired, bool Inner) : EapEvent;

    /// <summary>The chain that the server showed in TLS, DER, the leaf first.</summary>
    public sealed record ServerCertificates(EapType Method, bool Inner, ImmutableArray<ImmutableArray<byte>> Chain) : EapEvent;

    /// <summary>What the settings make of that chain; no problem means trusted.</summary>
    public sealed record ServerJudged(bool Inner, ImmutableArray<ServerProblem> Problems) : EapEvent;

    /// <summary>The server wants a certificate of the peer.</summary>
    /// <param name="Authorities">Names of the issuers it takes; empty: it does not say.</param>
    public sealed record ClientCertificateAsked(bool Inner, ImmutableArray<string> Authorities) : EapEvent;

    /// <summary>What the peer answered to that: its certificate's DER, or nothing.</summary>
    public sealed record ClientCertificateSent(bool Inner, ImmutableArray<byte>? Certificate) : EapEvent;

    /// <summary>TLS is up.</summary>
    /// <param name="Version">0x0303 for TLS 1.2, 0x0304 for TLS 1.3.</param>
    /// <param name="CipherSuite">IANA's number.</param>
    /// <param name="ExtendedMasterSecret">RFC 7627; always so in TLS 1.3.</param>
    public sealed record TlsEstablished(bool Inner, int Version, int CipherSuite, bool ExtendedMasterSecret) : EapEvent;

    /// <summary>A TLS alert, RFC 8446 section 6.</summary>
    /// <param name="FromServer">Whose it is.</param>
    /// <param name="Fatal">Level 2.</param>
    /// <param name="Description">RFC 8446 section 6.2: 45 certificate_expired, 48 unknown_ca and so on.</param>
    public sealed record TlsAlert(bool Inner, bool FromServer, bool Fatal, byte Description) : EapEvent;

    /// <summary>MS-CHAPv2 failed; the error is a Windows (RAS) error: 691, 646 to 649, 709.</summary>
    /// <param name="Retry">R=1: another password may be tried.</param>
    /// <param name="Text">M=, the server's words; null when it sends none.</param>
    public sealed record MsChapFailed(bool Inner, int? Error, bool? Retry, string? Text) : EapEvent;

    /// <summary>The server proved that it knows the password.</summary>
    public sealed record MsChapVerified(bool Inner) : EapEvent;

    /// <summary>Result TLV of PEAP: what the server thinks of the inner authentication.</summary>
    public sealed record TunnelResult(bool Success) : EapEvent;

    /// <summary>Crypto-binding of PEAP was asked for.</summary>
    public sealed record CryptoBinding(bool Verified) : EapEvent;

    /// <summary>Success or Failure from the server, outside of any tunnel.</summary>
    public sealed record Ended(bool Success) : EapEvent;

    /// <summary>A packet that no server should send.</summary>
    /// <param name="Problem">What and where, for a person.</param>
    public sealed record Misbehaved(string Problem) : EapEvent;

    /// <summary>The peer gave up of its own accord.</summary>
    public sealed record Left(EapFailureReason Reason) : EapEvent;
}
