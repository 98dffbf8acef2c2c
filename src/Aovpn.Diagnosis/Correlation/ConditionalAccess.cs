using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Correlation;

/// <summary>Whether Entra ID (Azure AD) Conditional Access guards this VPN, and what shows it.</summary>
public static class ConditionalAccess
{
    /// <summary>Common name under which Entra ID issues the one-hour certificates for VPN (specification, listing of certutil).</summary>
    public const string Issuer = "Microsoft VPN root CA";

    /// <returns>The observation that shows it, a machine's before a person's; null where nothing does.</returns>
    public static Observation? Sign(CaseFile file) => file.Derived(Signs) is [var sign] ? sign : null;

    private static Observation[] Signs(CaseFile file)
    {
        var sign = file.Observations.FirstOrDefault(seen => seen switch
        {
            ProfileRead profile => profile.DeviceCompliance is true || profile.Eap?.Filter?.AsksForConditionalAccess is true,
            NetworkPolicyConfigured policy => policy.AllowedCertificatePurposes?.Contains(Purpose.AadConditionalAccess) is true,
            StoreListed store => store.Certificates.Any(IsEntraIssued),
            CloudSignIn => true,
            _ => false,
        })
        ?? file.Observations.FirstOrDefault(seen => seen
            is SymptomReported { Symptom: SymptomId.Oops or SymptomId.ConnectsAfterClosingOops }
            or TopicMentioned { Topic: "conditional-access" or "aad-certificate", Negated: false });
        return sign is null ? [] : [sign];
    }

    /// <summary>Issued by Entra ID for VPN, judged by the issuer's name.</summary>
    public static bool IsEntraIssued(Certificate certificate) => IsEntraName(certificate.Issuer);

    public static bool IsEntraName(string? issuer) => issuer?.Contains(Issuer, StringComparison.OrdinalIgnoreCase) is true;
}
