using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Authorization;

/// <summary>The client's certificate has none of the purposes that the network policy demands. Page: CertificateLacksRequiredPurpose.md.</summary>
public sealed class CertificateLacksRequiredPurpose() : RadiusReasonRule(73)
{
    /// <summary>RFC 8446 section 6.2.</summary>
    private const int UnsupportedCertificate = 43;

    protected override RefusalGround? Ground => RefusalGround.PurposeMissing;

    protected override Verdict? Judge(RadiusDecision seen, Code reason, CaseFile file) => Verdict.Found(
        $"the certificate of {User(seen)} has none of the purposes that policy {Hole.Plain(seen.NetworkPolicy ?? "(none)")} demands ({reason})",
        seen.Cite(nameof(RadiusDecision.Reason)));

    /// <summary>TLS alert 43: "a certificate was of an unsupported type", which is what servers say of purposes.</summary>
    protected override Verdict? Probed(EapAuthentication seen, CaseFile file) => seen is { Alert: UnsupportedCertificate, SentCertificate: true }
        ? Verdict.Found(
            $"NPS refuses the certificate of {Hole.User(seen.User ?? "a user")} with TLS alert {UnsupportedCertificate} (unsupported certificate): its purposes are {Hole.Plain(Purposes(seen.UserCertificate))}",
            seen.Cite(nameof(EapAuthentication.Alert)))
        : seen is { Alert: null, End: EapEnd.RefusedDuringMethod, UserCertificate: { } sent } && sent.Allows(Purpose.ClientAuthentication) is false
        ? Verdict.Found(
            $"NPS refuses {Hole.User(seen.User ?? "a user")} upon a certificate that may not be used for Client Authentication ({Hole.Plain(Purpose.ClientAuthentication)}): its purposes are {Hole.Plain(Purposes(sent))}",
            sent.Cite(nameof(Certificate.Purposes)), seen.Cite(nameof(EapAuthentication.End)))
        : null;

    private static string Purposes(Certificate? certificate) => certificate?.Purposes is not { } listed ? "not shown" : listed.IsEmpty ? "not limited" : string.Join(", ", listed);
}
