namespace Aovpn.Diagnosis.Observations;

/// <summary>How an authentication by EAP ended, as its peer saw it. What was seen, not why.</summary>
public enum EapEnd
{
    /// <summary>Success.</summary>
    Accepted,

    /// <summary>Failure before any method began: nothing but the identity was asked.</summary>
    RefusedAtIdentity,

    /// <summary>Failure as the answer to a Nak.</summary>
    NoCommonMethod,

    /// <summary>The same inside PEAP.</summary>
    NoCommonInnerMethod,

    /// <summary>The peer did not trust the server's certificate.</summary>
    ServerNotTrusted,

    /// <summary>The peer had nothing to authenticate with, and only looked.</summary>
    NoCredentials,

    /// <summary>The server ended TLS with an alert.</summary>
    TlsAlertReceived,

    /// <summary>The peer's TLS refused what the server sent.</summary>
    TlsAlertSent,

    /// <summary>MS-CHAPv2 failed with a Windows error.</summary>
    MsChapFailure,

    /// <summary>The server did not prove that it knows the password.</summary>
    ServerDoesNotKnowPassword,

    /// <summary>Failure after the credentials were taken without objection.</summary>
    RefusedAfterHandshake,

    /// <summary>Failure in the middle of a method, without a word why.</summary>
    RefusedDuringMethod,

    /// <summary>Tunnel and inner method end at different servers.</summary>
    CryptoBindingMismatch,

    /// <summary>The server broke the protocol.</summary>
    Misbehaved,

    /// <summary>The server went on for ever.</summary>
    TooManyRounds,
}
