namespace Aovpn.Diagnosis.Trust.Revocation;

/// <summary>What a revocation list or an OCSP response says of one certificate.</summary>
/// <param name="IsSigned">Whether the authority's signature on it verifies; null where the authority's key is not known.</param>
/// <param name="NextUpdate">Until when it may be used; null where it does not say.</param>
/// <param name="RevokedAt">Null where the certificate is not revoked.</param>
/// <param name="Problem">Why it is of no use; null where it is.</param>
public sealed record RevocationJudgement(RevocationAnswer Answer, bool? IsSigned = null, DateTimeOffset? NextUpdate = null, DateTimeOffset? RevokedAt = null, string? Problem = null)
{
    internal static RevocationJudgement Malformed(string problem) => new(RevocationAnswer.Malformed, Problem: problem);

    /// <summary>In the order in which a client gives up: a forged list says nothing, one that has run out says what was.</summary>
    /// <param name="isIssuerKnown">A signature could be checked: one of an unknown kind proves nothing.</param>
    internal static RevocationJudgement Of(bool isIssuerKnown, bool? isSigned, DateTimeOffset? nextUpdate, DateTimeOffset? revokedAt, DateTimeOffset now) => (isIssuerKnown, isSigned) switch
    {
        (_, false) => new(RevocationAnswer.Forged, isSigned, nextUpdate),
        (true, null) => new(RevocationAnswer.Unknown, isSigned, nextUpdate, Problem: "it is signed in a way that is not checked here"),
        _ => new(revokedAt is not null ? RevocationAnswer.Revoked : nextUpdate < now ? RevocationAnswer.OutOfDate : RevocationAnswer.Good, isSigned, nextUpdate, revokedAt),
    };
}
