using System.Collections.Immutable;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Trust;

/// <summary>What came of building a path from a certificate to a trusted root.</summary>
/// <param name="Path">From the leaf upwards, as far as it goes; the root included when it is reached.</param>
/// <param name="ReachesRoot">The path ends at one of the given roots.</param>
/// <param name="MissingIssuer">Name of the issuer at which the path ends; null when it reaches a root, or ends at a self-issued certificate that is not among them.</param>
/// <param name="Expired">Members that are not in force at the time asked about, nearest the leaf first.</param>
/// <param name="ByNameOnly">Some step rests on the names of subject and issuer alone, for want of encoded certificates; no signature was checked there.</param>
/// <param name="BadSignature">A member whose signature its named issuer's key does not verify: another authority of the same name; null when there is none.</param>
public sealed record TrustResult(
    ImmutableArray<Certificate> Path, bool ReachesRoot, string? MissingIssuer, ImmutableArray<Certificate> Expired, bool ByNameOnly, Certificate? BadSignature)
{
    /// <summary>Reaches a root, every signature verifies and every member is in force.</summary>
    public bool IsTrusted => ReachesRoot && Expired.IsEmpty && BadSignature is null;
}
