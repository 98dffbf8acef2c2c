using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Correlation;

/// <summary>Whether listings of trusted roots hold an authority above a certificate.</summary>
/// <param name="IsTrusted">Null when the path ends at an issuer of which the evidence does not say that it is a root, or no listing is complete.</param>
/// <param name="Match">The trusted root that was found.</param>
/// <param name="List">The complete listing that lacks it.</param>
public sealed record RootTrust(bool? IsTrusted, IssuerPath Path, Certificate? Match, StoreListed? List)
{
    public static RootTrust Of(Certificate certificate, ImmutableArray<StoreListed> roots, CaseFile file)
    {
        var path = IssuerPath.Of(certificate, file);
        var trusted = roots.SelectMany(list => list.Certificates).FirstOrDefault(root => IsAbove(root, path));
        if (trusted is not null)
            return new(true, path, trusted, null);

        var complete = roots.FirstOrDefault(list => list.Complete);
        return complete is not null && (path.Root is not null || path.EndsAtRootByName)
            ? new(false, path, null, complete)
            : new(null, path, null, complete);
    }

    /// <summary>Listings of a host's trusted roots that count for the machine, not only for one user.</summary>
    public static ImmutableArray<StoreListed> RootsOf(HostRole host, CaseFile file) =>
        [.. file.All<StoreListed>(host).Where(list => list is { Store: "Root", Location: not StoreLocation.CurrentUser })];

    private static bool IsAbove(Certificate root, IssuerPath path) =>
        path.Above.Any(above => above.Thumbprint is not null && root.Thumbprint is not null
            ? above.Thumbprint == root.Thumbprint
            : DistinguishedNames.Same(above.Subject, root.Subject))
        || (path.Root is null && path.TopName is { } top && DistinguishedNames.Same(top, root.Subject));
}
