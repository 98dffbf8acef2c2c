namespace Aovpn.Probes.Sessions.Eap;

/// <summary>At which step an authentication ended. What was seen, not why the server did so.</summary>
public enum EapFailureReason
{
    /// <summary>Failure before any method began: nothing but the identity was asked.</summary>
    RefusedAtIdentity,

    /// <summary>Failure as the answer to a Nak: the server has none of the methods that the peer would take.</summary>
    NoCommonMethod,

    /// <summary>The same inside PEAP: the tunnel stood, the inner methods did not meet.</summary>
    NoCommonInnerMethod,

    /// <summary>The peer left: the server's certificate is not one that the settings trust.</summary>
    ServerNotTrusted,

    /// <summary>The peer left: the method asks for a password or a certificate that it was not given, or may not use without a tunnel.</summary>
    NoCredentials,

    /// <summary>The server ended the TLS handshake with an alert.</summary>
    TlsAlertReceived,

    /// <summary>The peer's TLS refused what the server sent.</summary>
    TlsAlertSent,

    /// <summary>MS-CHAPv2 failed with E=, which is a Windows error.</summary>
    MsChapFailure,

    /// <summary>The server did not prove that it knows the password (its S= is wrong).</summary>
    ServerDoesNotKnowPassword,

    /// <summary>Failure after the credentials were looked at without objection: an inner result TLV, or EAP-Failure after a complete handshake.</summary>
    RefusedAfterHandshake,

    /// <summary>Failure in the middle of a method, without a word why.</summary>
    RefusedDuringMethod,

    /// <summary>The crypto-binding of PEAP does not verify: tunnel and inner method end at different servers.</summary>
    CryptoBindingMismatch,

    /// <summary>The server broke the protocol; the event says how.</summary>
    Misbehaved,

    /// <summary>More rounds than any method needs: the server goes on for ever.</summary>
    TooManyRounds,
}
