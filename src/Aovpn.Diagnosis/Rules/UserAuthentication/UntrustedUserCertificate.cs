using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.UserAuthentication;

/// <summary>What shows that NPS does not trust the authority of a user's certificate.</summary>
internal static class UntrustedUserCertificate
{
    /// <summary>Untrusted root (265, 286), no chain to an enterprise root (287), authority not in NTAuth (295): knowledge/nps_reason_codes.tsv.</summary>
    private static readonly uint[] Reasons = [265, 286, 287, 295];

    public static bool IsReasonOf(RadiusDecision seen) =>
        seen is { IsVpn: true, Outcome: RadiusOutcome.Rejected or RadiusOutcome.Discarded, Reason: { } reason } && Reasons.Contains(reason.Value);

    /// <summary>Certificates of the user's store that could be sent: in force, for clients, with a key, from another issuer.</summary>
    public static IEnumerable<Certificate> Candidates(CaseFile file) =>
        file.All<StoreListed>(HostRole.Client)
            .Where(store => store.Store == "My" && store.Location is not StoreLocation.LocalMachine)
            .SelectMany(store => store.Certificates)
            .Where(certificate => certificate is { Issuer: not null, IsSelfIssued: false } && certificate.HasPrivateKey is not false
                && certificate.IsInForce(file.AsOf) is true && certificate.Allows(Purpose.ClientAuthentication) is not false);
}
