using System.Collections.Immutable;
using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.UserAuthentication;

/// <summary>
/// NPS accepted a user whose client had used the key of a certificate that Entra ID did not issue. Page: NpsAcceptsOtherCertificates.md.
/// </summary>
public sealed class NpsAcceptsOtherCertificates()
    : PairRule<PrivateKeyUsed, RadiusDecision>(HostRole.Client, "capi2-events", HostRole.NpsServer, "nps-events")
{
    protected override Verdict? Judge(PrivateKeyUsed left, ImmutableArray<RadiusDecision> right, CaseFile file)
    {
        if (left.Issuer is not { } issuer || ConditionalAccess.Sign(file) is null
            || right.FirstOrDefault(decision => decision is { IsVpn: true, Outcome: RadiusOutcome.Accepted }) is not { } accepted)
            return null;

        return ConditionalAccess.IsEntraName(issuer)
            ? Verdict.RuledOut($"what NPS accepted was a certificate of {Hole.Subject(issuer)}", left.Cite(nameof(PrivateKeyUsed.Issuer)))
            : Verdict.Found(
                $"NPS accepted {Hole.User(accepted.User ?? "the user")} under policy {Hole.Plain(accepted.NetworkPolicy ?? "(none)")}, with a certificate of {Hole.Subject(issuer)} and not of Entra ID",
                left.Cite(nameof(PrivateKeyUsed.Issuer)), accepted.Cite(nameof(RadiusDecision.Outcome))) with { About = accepted.About };
    }
}
