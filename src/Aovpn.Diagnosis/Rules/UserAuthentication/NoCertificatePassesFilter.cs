using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.UserAuthentication;

/// <summary>
/// Windows finds no certificate of the user that EAP-TLS can use: none is there, in force, meant for clients and with its key.
/// Page: NoCertificatePassesFilter.md.
/// </summary>
public sealed class NoCertificatePassesFilter() : Rule<StoreListed>(HostRole.Client, "user-store")
{
    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        foreach (var verdict in base.Judge(file))
            yield return verdict;
        foreach (var verdict in RefusalsInWords.Of(file, RefusalGround.NoCertificate, Host.Client))
            yield return verdict;
        foreach (var seen in file.All<EapAuthentication>().Where(seen => seen is { SentCertificate: false, IsStranger: false, End: not EapEnd.Accepted }))
        {
            yield return Verdict.Found(
                $"NPS asks {Hole.User(seen.User ?? "a user")} for a certificate, there is none to send, and NPS refuses",
                seen.Cite(nameof(EapAuthentication.SentCertificate)), seen.Cite(nameof(EapAuthentication.End))) with { About = Host.Client, At = seen.At, Affected = seen.User };
        }
    }

    protected override Verdict? Judge(StoreListed seen, CaseFile file)
    {
        if (seen.Store != "My" || seen.Location is StoreLocation.LocalMachine || !seen.Complete || NoCertificate.SeenIn(file) is not { } symptom)
            return null;
        if (file.All<ProfileRead>(HostRole.Client).Any(profile => profile.Eap?.Filter?.AsksForConditionalAccess is true))
            return null;

        if (seen.Certificates.FirstOrDefault(certificate => Refusal(certificate, file.AsOf) is null) is { } usable)
            return Verdict.RuledOut($"{Hole.Subject(usable.CommonName)} can be used: it is good until {usable.NotAfter!.Value}", usable.Cite(nameof(Certificate.NotAfter)));
        if (seen.Certificates.IsEmpty)
            return Verdict.Found($"the user's personal store holds no certificate", symptom.Source) with { At = symptom.At };

        var first = seen.Certificates[0];
        var (why, field) = Refusal(first, file.AsOf)!.Value;
        return Verdict.Found(
            $"of {seen.Certificates.Length} certificates in the user's personal store none can be used; {Hole.Subject(first.CommonName)} {why}",
            first.Cite(field), symptom.Source) with { At = symptom.At };
    }

    /// <returns>Why the certificate cannot be used and the field that shows it; null when it can.</returns>
    private static (Message Why, string Field)? Refusal(Certificate certificate, DateTimeOffset asOf)
    {
        if (certificate.NotAfter?.IsBefore(asOf) is true)
            return (Message.Of($"ended {certificate.NotAfter.Value}"), nameof(Certificate.NotAfter));
        if (certificate.NotBefore?.IsBefore(asOf) is false)
            return (Message.Of($"begins only {certificate.NotBefore.Value}"), nameof(Certificate.NotBefore));
        if (certificate.Allows(Purpose.ClientAuthentication) is false)
            return (Message.Of($"lacks Client Authentication ({Hole.Plain(Purpose.ClientAuthentication)})"), nameof(Certificate.Purposes));
        return certificate.HasPrivateKey is false ? (Message.Of($"has no private key here"), nameof(Certificate.HasPrivateKey)) : null;
    }
}
