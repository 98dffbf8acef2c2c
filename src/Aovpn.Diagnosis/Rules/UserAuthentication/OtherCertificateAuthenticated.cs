using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.UserAuthentication;

/// <summary>
/// CAPI2 shows that the certificate which authenticated was not the one from Entra ID. Page: OtherCertificateAuthenticated.md.
/// </summary>
public sealed class OtherCertificateAuthenticated() : Rule<PrivateKeyUsed>(HostRole.Client, "capi2-events")
{
    protected override Verdict? Judge(PrivateKeyUsed seen, CaseFile file)
    {
        if (seen.Issuer is not { } issuer || ConditionalAccess.Sign(file) is null)
            return null;

        return ConditionalAccess.IsEntraName(issuer)
            ? Verdict.RuledOut($"the private key of a certificate from {Hole.Subject(issuer)} was used", seen.Cite(nameof(PrivateKeyUsed.Issuer)))
            : Verdict.Found(
                $"the private key of {Hole.Subject(seen.Subject ?? "a certificate")}, issued by {Hole.Subject(issuer)}, was used; Entra ID did not issue it",
                seen.Cite(nameof(PrivateKeyUsed.Issuer)));
    }
}
