using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.UserAuthentication;

/// <summary>The certificate that the user sends has expired or was revoked. Page: UserCertificateExpired.md.</summary>
public sealed class UserCertificateExpired() : FleetRule(new Need("user-store", HostRole.Client), new Need("nps-events", HostRole.NpsServer))
{
    private const uint Expired = 268;
    private const uint Revoked = 289;

    /// <summary>TLS alerts, RFC 8446 section 6.2.</summary>
    private const int CertificateRevoked = 44, CertificateExpired = 45;

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        ImmutableArray<RadiusDecision> refused =
            [.. file.All<RadiusDecision>().Where(seen => seen is { IsVpn: true, Outcome: RadiusOutcome.Rejected, Reason.Value: Expired or Revoked })];
        foreach (var seen in refused)
        {
            var reason = seen.Reason!.Value;
            yield return Verdict.Found(
                $"NPS refuses the certificate of {Hole.User(seen.User ?? "a user")}, which {Hole.Plain(reason.Value is Revoked ? "was revoked" : "has expired")} ({reason})",
                seen.Cite(nameof(RadiusDecision.Reason))) with { About = Host.Client, At = seen.At, Affected = seen.User };
        }

        foreach (var verdict in RefusalsInWords.Of(file, RefusalGround.CertificateExpired, Host.Client).Concat(RefusalsInWords.Of(file, RefusalGround.CertificateRevoked, Host.Client)))
            yield return verdict;

        foreach (var seen in file.All<EapAuthentication>().Where(seen => seen is { Alert: CertificateRevoked or CertificateExpired, SentCertificate: true }))
        {
            yield return Verdict.Found(
                $"NPS refuses the certificate of {Hole.User(seen.User ?? "a user")} with TLS alert {seen.Alert!.Value} ({Hole.Plain(seen.Alert is CertificateRevoked ? "revoked" : "expired")}); it ends {Hole.Plain(seen.UserCertificate?.NotAfter?.ToString() ?? "at a time not shown")}",
                seen.Cite(nameof(EapAuthentication.Alert))) with { About = Host.Client, At = seen.At, Affected = seen.User };
        }

        // Some servers end EAP without the alert: then the certificate's own date says it.
        foreach (var seen in file.All<EapAuthentication>().Where(seen => seen is { End: EapEnd.RefusedDuringMethod, Alert: null } && seen.UserCertificate?.NotAfter?.IsBefore(file.AsOf) is true))
        {
            yield return Verdict.Found(
                $"NPS refuses {Hole.User(seen.User ?? "a user")} upon a certificate that ended {seen.UserCertificate!.NotAfter!.Value}; judged for {file.AsOf}",
                seen.UserCertificate.Cite(nameof(Certificate.NotAfter)), seen.Cite(nameof(EapAuthentication.End))) with { About = Host.Client, At = seen.At, Affected = seen.User };
        }

        if (!refused.IsEmpty || ErrorsSeen.In(file, 853, 854) is not { } symptom)
            yield break;

        foreach (var store in file.All<StoreListed>(HostRole.Client).Where(store => store is { Store: "My", Complete: true, Location: not StoreLocation.LocalMachine }))
        {
            ImmutableArray<Certificate> forClients = [.. store.Certificates.Where(certificate => certificate.Allows(Purpose.ClientAuthentication) is not false && certificate.NotAfter is not null)];
            if (forClients.IsEmpty)
                continue;

            if (forClients.FirstOrDefault(certificate => certificate.NotAfter?.IsBefore(file.AsOf) is not true) is { } good)
            {
                yield return Verdict.RuledOut($"{Hole.Subject(good.CommonName)} ends {good.NotAfter!.Value}", good.Cite(nameof(Certificate.NotAfter))) with { About = store.About };
                continue;
            }

            var last = forClients.MaxBy(certificate => certificate.NotAfter!.Value.First)!;
            yield return Verdict.Found(
                $"the user's certificate {Hole.Subject(last.CommonName)} ended {last.NotAfter!.Value}; judged for {file.AsOf}", last.Cite(nameof(Certificate.NotAfter)), symptom.Cite(nameof(ConnectionFailed.Code)))
                with { About = store.About, At = symptom.At };
        }
    }
}
