using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Correlation;

/// <summary>
/// Which certificate NPS shows inside EAP: the one seen there, else the one its policy names, else the likeliest of its machine store.
/// How NPS chooses where no policy names one is not documented; ours is a key, then Server Authentication, then being in force.
/// </summary>
public static class NpsCertificates
{
    /// <summary>Null when nothing shows it.</summary>
    public static (Observation SeenIn, Certificate Certificate)? In(CaseFile file)
    {
        ImmutableArray<CertificateSeen> single = [.. file.All<CertificateSeen>(HostRole.NpsServer).Where(seen => seen.Certificate.IsCertificationAuthority is not true)];
        if (single.FirstOrDefault(seen => seen.Use is CertificateUse.Eap) is { } shown)
            return (shown, shown.Certificate);

        ImmutableArray<(Observation SeenIn, Certificate Certificate)> candidates =
        [
            .. single.Where(seen => seen.Use is CertificateUse.File).Select(seen => ((Observation)seen, seen.Certificate)),
            .. file.All<StoreListed>(HostRole.NpsServer).Where(PersonalStores.IsMachines)
                .SelectMany(store => store.Certificates.Select(certificate => ((Observation)store, certificate)))
                .Where(one => one.certificate.HasPrivateKey is not false && one.certificate is { IsCertificationAuthority: not true, IsSelfIssued: false }),
        ];
        if (candidates.IsEmpty)
            return null;

        var named = file.All<NetworkPolicyConfigured>().Where(policy => policy.Enabled is not false)
            .OrderByDescending(policy => policy.AsksForVirtualPort).ThenBy(policy => policy.Order).Select(policy => policy.ServerCertificate).FirstOrDefault(thumbprint => thumbprint is not null);
        foreach (var candidate in candidates)
        {
            if (named is not null && string.Equals(candidate.Certificate.Thumbprint, named, StringComparison.OrdinalIgnoreCase))
                return candidate;
        }

        return candidates.MinBy(one => Rank(one.Certificate, file.AsOf));
    }

    /// <summary>Lower is likelier.</summary>
    private static (int Purpose, int Validity, long End) Rank(Certificate certificate, DateTimeOffset asOf) =>
    (
        certificate.Allows(Purpose.ServerAuthentication) switch { true => 0, null => 1, false => 2 },
        certificate.IsInForce(asOf) switch { true => 0, null => 1, false => 2 },
        -(certificate.NotAfter?.First.Ticks ?? 0)
    );
}
