using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.UserAuthentication;

/// <summary>
/// Conditional Access guards the VPN, but the profile does not tell the client to send only the certificate that it issues.
/// Page: ConditionalAccessFilterMissing.md.
/// </summary>
public sealed class ConditionalAccessFilterMissing() : Rule<ProfileRead>(HostRole.Client, "profile")
{
    protected override Verdict? Judge(ProfileRead seen, CaseFile file)
    {
        if (seen.Eap is not { UsesCertificate: true } eap || ConditionalAccess.Sign(file) is null)
            return null;

        if (eap.Filter is null && file.All<Unreadable>().Any(damage => damage.Source.Artifact == seen.Source.Artifact))
            return Verdict.Undecided($"the profile is damaged, and a certificate filter may be in the part that cannot be read", eap.Source);

        if (eap.Filter is not { } filter)
        {
            return Verdict.Found(
                $"the profile has no certificate filter (TLSExtensions): the client may send any client certificate of the user, not just the one with AAD Conditional Access ({Hole.Plain(Purpose.AadConditionalAccess)})",
                eap.TlsElement ?? eap.Source);
        }

        if (filter.ClientAuthListEnabled is false)
        {
            return Verdict.Found(
                $"the profile's certificate filter is switched off (ClientAuthEKUList Enabled is false)",
                filter.Cite(nameof(CertificateFilter.ClientAuthListEnabled)));
        }

        return filter.AsksForConditionalAccess
            ? Verdict.RuledOut($"the profile's certificate filter asks for AAD Conditional Access ({Hole.Plain(Purpose.AadConditionalAccess)})", filter.Source)
            : Verdict.Found(
                $"the profile's certificate filter asks for {Hole.Plain(Asked(filter))}, not for AAD Conditional Access ({Hole.Plain(Purpose.AadConditionalAccess)})",
                filter.Cite(nameof(CertificateFilter.ClientAuthPurposes)));
    }

    private static string Asked(CertificateFilter filter) =>
        filter.ClientAuthPurposes.IsEmpty ? "no purpose" : string.Join(", ", filter.ClientAuthPurposes);
}
