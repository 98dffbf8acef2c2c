using System.Collections.Immutable;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Trust;

/// <summary>
/// Builds a path over given certificates only: nothing is downloaded, no store of this machine is asked. Names find the issuers;
/// where encoded certificates are there, signatures decide between those of one name.
/// </summary>
public static class TrustPath
{
    private const int LongestPath = 16;

    /// <param name="leaf">The certificate to be trusted.</param>
    /// <param name="intermediates">What the peer sent or the CA stores hold.</param>
    /// <param name="roots">What is trusted.</param>
    /// <param name="asOf">The time for which validity is judged.</param>
    public static TrustResult Build(Certificate leaf, ImmutableArray<Certificate> intermediates, ImmutableArray<Certificate> roots, DateTimeOffset asOf)
    {
        var path = ImmutableArray.CreateBuilder<Certificate>();
        var byName = false;
        Certificate? badSignature = null;
        var current = leaf;
        path.Add(leaf);

        while (path.Count < LongestPath)
        {
            if (Among(current, roots))
                return Result(path, reaches: true, missing: null, asOf, byName, badSignature);
            if (current.IsSelfIssued || current.Issuer is null)
                return Result(path, reaches: false, missing: null, asOf, byName, badSignature);

            var (issuer, signature) = IssuerOf(current, roots.Concat(intermediates.Where(candidate => !Same(candidate, current))));
            if (issuer is null || path.Any(member => Same(member, issuer)))
                return Result(path, reaches: false, current.Issuer, asOf, byName, badSignature);

            byName |= signature is null;
            if (signature is false)
                badSignature ??= current;
            path.Add(issuer);
            current = issuer;
        }

        return Result(path, reaches: false, current.Issuer, asOf, byName, badSignature);
    }

    /// <summary>The same certificate: by hash where both show one, else by bytes, else by subject, issuer and serial number.</summary>
    public static bool Same(Certificate one, Certificate other)
    {
        if (one.Thumbprint is not null && other.Thumbprint is not null)
            return one.Thumbprint == other.Thumbprint;
        return SameName(one.Subject, other.Subject) && SameName(one.Issuer, other.Issuer) && (one.Serial is null || other.Serial is null || one.Serial == other.Serial);
    }

    /// <summary>Names compare without regard to case, blanks and the order in which tools print the parts.</summary>
    public static bool SameName(string? one, string? other) =>
        one is not null && other is not null && (string.Equals(one, other, StringComparison.OrdinalIgnoreCase) || NameForms.Normal(one) == NameForms.Normal(other));

    private static bool Among(Certificate certificate, ImmutableArray<Certificate> roots) => roots.Any(root => Same(root, certificate));

    /// <returns>The issuer, and whether its key verifies the signature; null for the latter where the bytes are not there.</returns>
    private static (Certificate? Issuer, bool? Signature) IssuerOf(Certificate certificate, IEnumerable<Certificate> candidates)
    {
        (Certificate? Issuer, bool? Signature) best = (null, null);
        foreach (var candidate in candidates.Where(candidate => SameName(candidate.Subject, certificate.Issuer)))
        {
            var signature = SignatureCheck.Verifies(certificate, candidate);
            if (signature is true)
                return (candidate, true);
            if (best.Issuer is null || (best.Signature is false && signature is null))
                best = (candidate, signature);
        }

        return best;
    }

    private static TrustResult Result(
        ImmutableArray<Certificate>.Builder path, bool reaches, string? missing, DateTimeOffset asOf, bool byName, Certificate? badSignature)
    {
        var members = path.ToImmutable();
        return new(members, reaches, missing, [.. members.Where(member => member.IsInForce(asOf) is false)], byName, badSignature);
    }
}
