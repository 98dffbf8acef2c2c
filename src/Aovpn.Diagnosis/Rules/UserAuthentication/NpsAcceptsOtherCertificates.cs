using System.Collections.Immutable;
using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.UserAuthentication;

/// <summary>
/// NPS accepted a user whose client had used the key of a certificate that Entra ID did not issue, or its policy does not ask for the
/// purpose of Entra ID's certificates. Page: NpsAcceptsOtherCertificates.md.
/// </summary>
public sealed class NpsAcceptsOtherCertificates()
    : PairRule<PrivateKeyUsed, RadiusDecision>(HostRole.Client, "capi2-events", HostRole.NpsServer, "nps-events")
{
    private const int EapTls = 13;
    private const int Peap = 25;

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        var used = base.Judge(file);
        return OfPolicies(file) is { } verdict ? used.Append(verdict) : used;
    }

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

    /// <summary>Where some policies for VPN ask for the purpose and others do not, who falls under which is not shown: no verdict.</summary>
    private static Verdict? OfPolicies(CaseFile file)
    {
        ImmutableArray<NetworkPolicyConfigured> policies =
            [.. file.All<NetworkPolicyConfigured>(HostRole.NpsServer).Where(AcceptsVpnCertificates).OrderBy(policy => policy.Order)];
        if (policies.IsEmpty || ConditionalAccess.Sign(file) is null)
            return null;

        var first = policies[0];
        if (policies.All(AsksForEntra))
        {
            return Verdict.RuledOut(
                $"policy {Hole.Plain(first.Name)} of NPS asks for a certificate with {Hole.Plain(Purpose.AadConditionalAccess)}",
                first.Cite(nameof(NetworkPolicyConfigured.AllowedCertificatePurposes))) with { About = first.About };
        }

        if (policies.Any(AsksForEntra))
            return null;
        var purposes = first.AllowedCertificatePurposes!.Value;
        return Verdict.Found(
            $"policy {Hole.Plain(first.Name)} of NPS has {Hole.Plain(purposes.IsEmpty ? "no Allowed-Certificate-OID" : $"Allowed-Certificate-OID {string.Join(", ", purposes)}")}, expected {Hole.Plain(Purpose.AadConditionalAccess)}",
            first.Cite(purposes.IsEmpty ? nameof(NetworkPolicyConfigured.EapTypes) : nameof(NetworkPolicyConfigured.AllowedCertificatePurposes))) with { About = first.About };
    }

    private static bool AcceptsVpnCertificates(NetworkPolicyConfigured policy) =>
        policy is { Enabled: not false, GrantsAccess: true, AsksForVirtualPort: true, AllowedCertificatePurposes: not null, EapTypes: { } types }
        && (types.Contains(EapTls) || (types.Contains(Peap) && policy.PeapInnerTypes?.Contains(EapTls) is not false));

    private static bool AsksForEntra(NetworkPolicyConfigured policy) => policy.AllowedCertificatePurposes!.Value.Contains(Purpose.AadConditionalAccess);
}
