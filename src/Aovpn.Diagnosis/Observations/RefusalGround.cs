namespace Aovpn.Diagnosis.Observations;

/// <summary>Why a RADIUS server without reason codes says that it refuses: FreeRADIUS, and what its administrators write.</summary>
public enum RefusalGround
{
    /// <summary>No policy lets the request in.</summary>
    NoPolicy,
    NoSuchUser,
    AccountDisabled,
    AccountLockedOut,
    PasswordExpired,
    PasswordWrong,

    /// <summary>The client wants another EAP method.</summary>
    MethodRefused,

    /// <summary>The user's certificate lacks a purpose that a policy demands, or that TLS demands of clients.</summary>
    PurposeMissing,
    CertificateExpired,
    CertificateRevoked,
    CertificateUntrusted,

    /// <summary>The user sends no certificate.</summary>
    NoCertificate,

    /// <summary>The client refused the server's certificate with a TLS alert.</summary>
    ServerCertificateRefused,
}
