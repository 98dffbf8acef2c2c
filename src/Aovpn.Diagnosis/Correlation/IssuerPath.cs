using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Correlation;

/// <summary>The issuers above a certificate as far as the evidence shows them, joined by name: listings carry no signatures.</summary>
/// <param name="Above">Certificates above it, nearest first; the certificate itself where it is self-issued.</param>
/// <param name="Root">The self-issued one at the top; null when the evidence ends before it.</param>
/// <param name="TopName">Name of the root, or of the last issuer that is only named; null when no issuer is shown.</param>
public sealed record IssuerPath(ImmutableArray<Certificate> Above, Certificate? Root, string? TopName)
{
    private const int Longest = 8;

    /// <summary>The issuer at the top is not shown itself, but its name says that it is a root.</summary>
    public bool EndsAtRootByName => Root is null && TopName is { } name && DistinguishedNames.CommonNameHasWord(name, "root");

    public static IssuerPath Of(Certificate certificate, CaseFile file)
    {
        var known = Known(file);
        var above = ImmutableArray.CreateBuilder<Certificate>();
        var top = certificate;

        while (above.Count < Longest)
        {
            if (top.IsSelfIssued)
                return new(above.ToImmutable() is { IsEmpty: false } some ? some : [top], top, top.Subject);
            if (top.Issuer is not { } issuer)
                return new(above.ToImmutable(), null, above.Count > 0 ? top.Subject : null);
            if (known.FirstOrDefault(one => DistinguishedNames.Same(one.Subject, issuer)) is not { } next)
                return new(above.ToImmutable(), null, issuer);
            above.Add(next);
            top = next;
        }

        return new(above.ToImmutable(), null, top.Issuer);
    }

    private static ImmutableArray<Certificate> Known(CaseFile file) =>
    [
        .. file.All<StoreListed>().SelectMany(store => store.Certificates)
            .Concat(file.All<CertificateSeen>().Select(seen => seen.Certificate))
            .Where(certificate => certificate.IsCertificationAuthority is not false),
    ];
}
