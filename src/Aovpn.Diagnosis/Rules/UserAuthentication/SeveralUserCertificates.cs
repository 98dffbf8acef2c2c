using System.Collections.Immutable;
using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.UserAuthentication;

/// <summary>The user has several certificates that would do, and the profile does not say which. Page: SeveralUserCertificates.md.</summary>
public sealed class SeveralUserCertificates() : PairRule<StoreListed, ProfileRead>(HostRole.Client, "user-store", HostRole.Client, "profile")
{
    protected override Verdict? Judge(StoreListed left, ImmutableArray<ProfileRead> right, CaseFile file)
    {
        if (left.Store != "My" || left.Location is StoreLocation.LocalMachine || ConditionalAccess.Sign(file) is not null || Choice(file) is not { } symptom)
            return null;
        if (right.FirstOrDefault(profile => profile.Eap is { UsesCertificate: true })?.Eap is not { } eap)
            return null;
        if (eap.Filter is { } filter && (!filter.IssuerHashes.IsEmpty || !filter.ClientAuthPurposes.IsEmpty && filter.ClientAuthListEnabled is not false))
            return Verdict.RuledOut($"the profile has a certificate filter", filter.Source);

        var usable = UntrustedUserCertificate.Candidates(file).Where(left.Certificates.Contains).ToArray();
        if (usable.Length < 2)
            return left.Complete ? Verdict.RuledOut($"the user has no second certificate for Client Authentication", left.Source) : null;

        return Verdict.Found(
            $"{usable.Length} of the user's certificates would do ({Hole.Subject(usable[0].CommonName)} of {Hole.Subject(usable[0].Issuer!)}, {Hole.Subject(usable[1].CommonName)} of {Hole.Subject(usable[1].Issuer!)}), and the profile has no filter to choose among them",
            usable[0].Cite(nameof(Certificate.Issuer)), usable[1].Cite(nameof(Certificate.Issuer)), symptom.Source);
    }

    private static Observation? Choice(CaseFile file) =>
        file.Observations.FirstOrDefault(seen => seen is SymptomReported { Symptom: SymptomId.AsksForCertificate }
            or TopicMentioned { Topic: "wrong-certificate" or "certificate-choice", Negated: false });
}
