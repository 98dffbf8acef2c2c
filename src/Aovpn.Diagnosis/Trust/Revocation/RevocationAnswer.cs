namespace Aovpn.Diagnosis.Trust.Revocation;

/// <summary>What came of asking one address that a certificate names whether that certificate is revoked.</summary>
public enum RevocationAnswer
{
    /// <summary>In force, from the right authority, and it does not revoke the certificate.</summary>
    Good,

    /// <summary>It revokes the certificate, or holds it for now.</summary>
    Revoked,

    /// <summary>OCSP: the responder does not know the certificate, or has no answer.</summary>
    Unknown,

    /// <summary>The time until which it may be used is over.</summary>
    OutOfDate,

    /// <summary>The authority that issued the certificate did not sign it.</summary>
    Forged,

    /// <summary>What came is no revocation list, or no OCSP response, for this certificate.</summary>
    Malformed,

    /// <summary>The server answered with an HTTP status that is no success.</summary>
    Refused,

    /// <summary>Nobody answered.</summary>
    Unreachable,

    /// <summary>No address of a kind that is asked over the Internet, or the issuer that must be named is not known.</summary>
    NotAsked,
}
