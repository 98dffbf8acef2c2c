using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>
/// The client's machine store holds certificates of several authorities that could all prove the machine, and nothing says
/// which to take: Windows picks one, not always the same.
/// </summary>
public sealed class SeveralMachineCertificates() : Rule<StoreListed>(HostRole.Client, "machine-store")
{
    protected override Verdict? Judge(StoreListed seen, CaseFile file)
    {
        if (!PersonalStores.IsMachines(seen) || !TunnelKinds.UseMachineCertificate(file))
            return null;

        var fit = seen.Certificates.Where(certificate => MachineCertificateFitness.Of(certificate, file.AsOf).IsFit is true).ToArray();
        var issuers = fit.Select(certificate => certificate.Issuer ?? "").Distinct(StringComparer.OrdinalIgnoreCase).Count();
        var preferred = fit.Count(certificate => certificate.Purposes is { } purposes && purposes.Contains(Purpose.IkeIntermediate));

        if (fit.Length == 0)
            return null;
        if (issuers < 2)
            return Verdict.RuledOut($"one authority issued every machine certificate of the client that can be used", [.. fit.Select(certificate => certificate.Cite(nameof(Certificate.Issuer)))]);
        if (preferred == 1)
            return Verdict.RuledOut($"only one of the {fit.Length} machine certificates carries IP security IKE intermediate ({Hole.Plain(Purpose.IkeIntermediate)}), and Windows prefers it", fit[0].Source);
        if (Filtered(file) is { } filter)
            return Verdict.RuledOut($"the connection says which machine certificate to take ({Hole.Plain(string.Join(", ", filter.MachineCertificateFilters))})", filter.Cite(nameof(ProfileRead.MachineCertificateFilters)));

        return Verdict.Found(
            $"{fit.Length} machine certificates of {issuers} authorities can be used, and nothing says which: {Hole.Subject(fit[0].Subject)} by {Hole.Subject(fit[0].Issuer ?? "an authority not shown")}, {Hole.Subject(fit[1].Subject)} by {Hole.Subject(fit[1].Issuer ?? "an authority not shown")}",
            [.. fit.Select(certificate => certificate.Cite(nameof(Certificate.Issuer)))]);
    }

    private static ProfileRead? Filtered(CaseFile file) => file.All<ProfileRead>().FirstOrDefault(profile => !profile.MachineCertificateFilters.IsEmpty);
}
