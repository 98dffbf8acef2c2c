using System.Collections.Immutable;
using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Diagnosis.Trust;

namespace Aovpn.Diagnosis.Rules.UserAuthentication;

/// <summary>The certificate that NPS shows clients has ended, is not meant for servers, or is not trusted by them. Page: NpsCertificateUnusable.md.</summary>
public sealed class NpsCertificateUnusable() : FleetRule(new Need("machine-store", HostRole.NpsServer))
{
    /// <summary>Server certificate or its root refused in EAP (raserror.h).</summary>
    private static readonly uint[] Refused = [801, 857, 858, 859, 860, 864, 865, 866];

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        foreach (var verdict in RefusalsInWords.Of(file, RefusalGround.ServerCertificateRefused))
            yield return verdict;
        if (NpsCertificates.In(file) is not var (seenIn, certificate))
            yield break;
        yield return Judge(certificate, file) with { About = seenIn.About, At = ErrorsSeen.In(file, Refused)?.At ?? seenIn.At };
    }

    private Verdict Judge(Certificate certificate, CaseFile file)
    {
        var subject = Hole.Subject(certificate.CommonName);
        if (certificate.NotAfter is { } end && end.IsBefore(file.AsOf) is true)
            return Verdict.Found($"the certificate of NPS, {subject}, ended {end}; judged for {file.AsOf}", certificate.Cite(nameof(Certificate.NotAfter)));
        if (certificate.NotBefore is { } begin && begin.IsBefore(file.AsOf) is false)
            return Verdict.Found($"the certificate of NPS, {subject}, is not valid before {begin}; judged for {file.AsOf}", certificate.Cite(nameof(Certificate.NotBefore)));
        if (certificate.Allows(Purpose.ServerAuthentication) is false)
        {
            return Verdict.Found(
                $"the certificate of NPS, {subject}, may not be used for Server Authentication ({Hole.Plain(Purpose.ServerAuthentication)})", certificate.Cite(nameof(Certificate.Purposes)));
        }

        if (file.All<EapAuthentication>().FirstOrDefault(seen => seen.ServerProblems.Contains("untrusted")) is { } probed)
        {
            return Verdict.Found(
                $"the certificate of NPS, {subject}, was issued by {Hole.Subject(certificate.Issuer ?? "an authority not shown")}, which leads to none of the roots that the client trusts",
                probed.Cite(nameof(EapAuthentication.ServerProblems)));
        }

        if (Untrusted(certificate, file) is { } untrusted)
            return untrusted;
        if (ErrorsSeen.In(file, 864, 865) is not null)
            return Verdict.Undecided($"{subject} is in force and meant for servers; whether clients trust its root is not shown", certificate.Source) with { Needs = [new("root-store", HostRole.Client)] };
        return certificate.IsInForce(file.AsOf) is true && certificate.Allows(Purpose.ServerAuthentication) is true
            ? Verdict.RuledOut($"the certificate of NPS, {subject}, is in force and meant for Server Authentication", certificate.Cite(nameof(Certificate.NotAfter)))
            : Verdict.Undecided($"dates or purposes of {subject} are not shown", certificate.Source) with { Needs = Needs };
    }

    /// <summary>Where EAP shows the certificate itself, its chain is built with what NPS sent, against the roots that the client trusts.</summary>
    private static Verdict? Untrusted(Certificate leaf, CaseFile file)
    {
        if (leaf.Encoded.IsEmpty || RootTrust.RootsOf(HostRole.Client, file).FirstOrDefault(list => list.Complete) is not { } list)
            return null;

        ImmutableArray<Certificate> sent =
            [.. file.All<CertificateSeen>(HostRole.NpsServer).Where(seen => seen.Use is CertificateUse.Eap && seen.Certificate.IsCertificationAuthority is true).Select(seen => seen.Certificate)];
        var trust = TrustPath.Build(leaf, sent, list.Certificates, file.AsOf);
        return trust is { ReachesRoot: true, BadSignature: null } ? null : Verdict.Found(
            $"the certificate of NPS, {Hole.Subject(leaf.CommonName)}, leads to no root that the client trusts: {Hole.Subject(trust.MissingIssuer ?? trust.Path[^1].Subject)} is not among them ({list.Certificates.Length} listed)",
            leaf.Cite(nameof(Certificate.Issuer)), list.Cite(nameof(StoreListed.Store)));
    }
}
