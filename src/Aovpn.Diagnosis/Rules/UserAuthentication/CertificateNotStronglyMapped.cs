using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.UserAuthentication;

/// <summary>Domain controllers refuse a certificate that does not say by security identifier whose it is (KB5014754). Page: CertificateNotStronglyMapped.md.</summary>
public sealed class CertificateNotStronglyMapped()
    : FleetRule(new Need("kdc-events", HostRole.DomainController), new Need("user-store", HostRole.Client), new Need("nps-events", HostRole.NpsServer))
{
    private const uint CredentialsMismatch = 16;

    /// <summary>No strong mapping (39), the certificate older than the account (40), another account's identifier (41): KB5014754.</summary>
    private static readonly int[] MappingEvents = [39, 40, 41];

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        foreach (var logged in file.All<EventLogged>().Where(IsMapping))
        {
            yield return Verdict.Found(
                $"the domain controller's KDC logs event {logged.EventId}: a certificate has no strong mapping to its account", logged.Cite(nameof(EventLogged.EventId)))
                with { About = logged.About, At = logged.At };
        }

        if (file.All<RadiusDecision>().FirstOrDefault(IsCertificateRefused) is not { } refused)
            yield break;

        ImmutableArray<Certificate> candidates = [.. UntrustedUserCertificate.Candidates(file)];
        if (candidates.FirstOrDefault(certificate => certificate.HasSecurityIdentifier is true) is { } mapped)
        {
            yield return Verdict.RuledOut($"{Hole.Subject(mapped.CommonName)} carries the security identifier of its account", mapped.Source) with { About = refused.About };
            yield break;
        }

        var unmapped = candidates.FirstOrDefault(certificate => certificate.HasSecurityIdentifier is false);
        yield return unmapped is not null
            ? Verdict.Found(
                $"NPS refuses the certificate of {Hole.User(refused.User ?? "a user")} ({refused.Reason!.Value}), and {Hole.Subject(unmapped.CommonName)} carries no security identifier (1.3.6.1.4.1.311.25.2)",
                refused.Cite(nameof(RadiusDecision.Reason))) with { About = refused.About, At = refused.At, Affected = refused.User }
            : Verdict.Undecided($"NPS refuses a certificate with {refused.Reason!.Value}; whether it carries a security identifier is not shown", refused.Cite(nameof(RadiusDecision.Reason)))
                with { About = refused.About, At = refused.At, Affected = refused.User, Needs = Needs };
    }

    private static bool IsMapping(EventLogged logged) =>
        MappingEvents.Contains(logged.EventId)
        && (logged.Provider.Contains("Kerberos-Key-Distribution-Center", StringComparison.OrdinalIgnoreCase) || logged.Provider.Equals("KDC", StringComparison.OrdinalIgnoreCase)
            || logged.Provider.Contains("Kdcsvc", StringComparison.OrdinalIgnoreCase));

    private static bool IsCertificateRefused(RadiusDecision seen) =>
        seen is { IsVpn: true, Outcome: RadiusOutcome.Rejected, Reason.Value: CredentialsMismatch, MsChapError: null }
        && seen.EapType?.Contains("certificate", StringComparison.OrdinalIgnoreCase) is true;
}
