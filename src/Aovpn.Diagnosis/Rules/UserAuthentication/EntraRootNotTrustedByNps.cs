using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.UserAuthentication;

/// <summary>With Conditional Access: NPS does not trust the root under which Entra ID issues its certificates. Page: EntraRootNotTrustedByNps.md.</summary>
public sealed class EntraRootNotTrustedByNps() : Rule<RadiusDecision>(HostRole.NpsServer, "nps-events")
{
    protected override Verdict? Judge(RadiusDecision seen, CaseFile file) =>
        UntrustedUserCertificate.IsReasonOf(seen) && ConditionalAccess.Sign(file) is not null
            ? Verdict.Found(
                $"NPS refuses the certificate of {Hole.User(seen.User ?? "a user")} ({seen.Reason!.Value}): it does not trust {Hole.Plain(ConditionalAccess.Issuer)} for authentication",
                seen.Cite(nameof(RadiusDecision.Reason))) with { Affected = seen.User }
            : null;
}
