using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.UserAuthentication;

/// <summary>
/// "A certificate could not be found" although all is well: the filter passes only Entra ID's certificate, and Entra ID has not issued
/// one because the policy is not met. Page: WaitsForConditionalAccess.md.
/// </summary>
public sealed class WaitsForConditionalAccess() : FleetRule(new Need("user-store", HostRole.Client), new Need("profile", HostRole.Client))
{
    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        var filter = file.All<ProfileRead>(HostRole.Client).Select(profile => profile.Eap?.Filter).FirstOrDefault(one => one?.AsksForConditionalAccess is true);
        if (filter is null || NoCertificate.SeenIn(file) is not { } symptom)
            yield break;

        foreach (var store in file.All<StoreListed>(HostRole.Client))
        {
            if (store.Store != "My" || store.Location is StoreLocation.LocalMachine)
                continue;

            var entra = store.Certificates.Where(ConditionalAccess.IsEntraIssued).ToArray();
            if (entra.FirstOrDefault(certificate => certificate.IsInForce(file.AsOf) is true) is { } good)
            {
                yield return Verdict.RuledOut($"a certificate of Entra ID is in the store and good until {good.NotAfter!.Value}", good.Cite(nameof(Certificate.NotAfter)));
                continue;
            }

            yield return Verdict.Found(
                $"works as designed: the filter passes only certificates with AAD Conditional Access, and the user has none that is good {Hole.Plain(entra.Length == 0 ? "" : $"(the last ended {entra[^1].NotAfter}) ")}because the Conditional Access policy is not met",
                [filter.Cite(nameof(CertificateFilter.ClientAuthPurposes)), symptom.Source]) with { About = store.About, At = symptom.At };
        }
    }
}
