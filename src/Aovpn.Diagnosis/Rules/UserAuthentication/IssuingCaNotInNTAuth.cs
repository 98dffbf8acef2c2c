using System.Collections.Immutable;
using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Diagnosis.Trust;

namespace Aovpn.Diagnosis.Rules.UserAuthentication;

/// <summary>NPS does not trust the authority of the users' certificates to speak for accounts. Page: IssuingCaNotInNTAuth.md.</summary>
public sealed class IssuingCaNotInNTAuth() : FleetRule(new Need("nps-events", HostRole.NpsServer), new Need("ntauth-store", HostRole.NpsServer))
{
    /// <summary>RFC 8446 section 6.2.</summary>
    private const int UnknownCa = 48;

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        if (ConditionalAccess.Sign(file) is not null)
            yield break;

        ImmutableArray<RadiusDecision> refused = [.. file.All<RadiusDecision>().Where(UntrustedUserCertificate.IsReasonOf)];
        foreach (var seen in refused)
        {
            yield return Verdict.Found(
                $"NPS refuses the certificate of {Hole.User(seen.User ?? "a user")}: it does not trust the issuing CA for authentication ({seen.Reason!.Value})",
                seen.Cite(nameof(RadiusDecision.Reason))) with { About = seen.About, At = seen.At, Affected = seen.User };
        }

        foreach (var verdict in RefusalsInWords.Of(file, RefusalGround.CertificateUntrusted))
            yield return verdict;

        foreach (var seen in file.All<EapAuthentication>().Where(seen => seen is { Alert: UnknownCa, SentCertificate: true }))
        {
            yield return Verdict.Found(
                $"NPS refuses the certificate of {Hole.User(seen.User ?? "a user")} with TLS alert {UnknownCa} (unknown CA): it does not trust {Hole.Subject(seen.UserCertificate?.Issuer ?? "the issuer")}",
                seen.Cite(nameof(EapAuthentication.Alert))) with { About = seen.About, At = seen.At, Affected = seen.User };
        }

        if (!refused.IsEmpty || ErrorsSeen.In(file, 853, 812) is not { } symptom)
            yield break;

        foreach (var list in file.All<StoreListed>().Where(store => store is { Store: "NTAuth", Complete: true }))
        {
            foreach (var certificate in UntrustedUserCertificate.Candidates(file))
            {
                if (list.Certificates.FirstOrDefault(member => TrustPath.SameName(member.Subject, certificate.Issuer)) is { } member)
                {
                    yield return Verdict.RuledOut($"{Hole.Subject(member.CommonName)}, which issued the user's certificate, is in the NTAuth store", member.Source) with { About = list.About };
                    continue;
                }

                yield return Verdict.Found(
                    $"{Hole.Subject(certificate.Issuer!)} issued the user's certificate, and the NTAuth store does not hold it",
                    certificate.Cite(nameof(Certificate.Issuer)), symptom.Cite(nameof(ConnectionFailed.Code))) with { About = list.About, At = symptom.At };
            }
        }
    }
}
