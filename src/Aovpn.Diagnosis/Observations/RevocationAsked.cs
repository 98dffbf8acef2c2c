using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Trust.Revocation;

namespace Aovpn.Diagnosis.Observations;

/// <summary>A probe asked an address that a certificate names whether that certificate is revoked.</summary>
/// <param name="About">Who presented the certificate.</param>
/// <param name="Use">In what.</param>
/// <param name="Subject">Distinguished name.</param>
/// <param name="Thumbprint">SHA-1, lower-case hexadecimal.</param>
/// <param name="Url">Null where the certificate names no address.</param>
/// <param name="ByOcsp">An OCSP responder, else a list.</param>
/// <param name="NextUpdate">Until when the answer may be used.</param>
/// <param name="Problem">Why there is no answer, or one of no use.</param>
public sealed record RevocationAsked(
    Citation Source, Host About, When? At, CertificateUse Use, string Subject, string Thumbprint, string? Url, bool ByOcsp, RevocationAnswer Answer, DateTimeOffset? NextUpdate,
    DateTimeOffset? RevokedAt, string? Problem) : Observation(Source, About, At);
