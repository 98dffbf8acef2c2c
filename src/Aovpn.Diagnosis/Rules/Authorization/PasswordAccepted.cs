using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Authorization;

/// <summary>
/// NPS lets a user in with a password inside PEAP, or its policy would, while the profile asks for a certificate. Page: PasswordAccepted.md.
/// </summary>
public sealed class PasswordAccepted() : PairRule<RadiusDecision, ProfileRead>(HostRole.NpsServer, "nps-events", HostRole.Client, "profile")
{
    private const int EapTls = 13;
    private const int MsChapVersion2 = 26;

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        foreach (var verdict in base.Judge(file))
            yield return verdict;

        if (file.All<ProfileRead>(HostRole.Client).Select(profile => profile.Eap).FirstOrDefault(one => one?.UsesCertificate is true) is not { } eap)
            yield break;
        foreach (var policy in file.All<NetworkPolicyConfigured>(HostRole.NpsServer))
        {
            if (policy is { Enabled: not false, GrantsAccess: true, AsksForVirtualPort: true, PeapInnerTypes: { } inner } && inner.Contains(MsChapVersion2))
            {
                yield return Verdict.Found(
                    $"policy {Hole.Plain(policy.Name)} accepts a password inside PEAP (EAP types {Hole.Plain(string.Join(", ", inner))}, expected {EapTls}), and the profile asks for a certificate",
                    policy.Cite(nameof(NetworkPolicyConfigured.PeapInnerTypes)), CertificateAsked(eap)) with { About = policy.About };
            }
        }
    }

    protected override Verdict? Judge(RadiusDecision left, ImmutableArray<ProfileRead> right, CaseFile file)
    {
        if (left is not { IsVpn: true, Outcome: RadiusOutcome.Accepted, EapType: { } type } || !IsPassword(type))
            return null;
        var eap = right.Select(profile => profile.Eap).FirstOrDefault(one => one?.UsesCertificate is true);
        return eap is null
            ? null
            : Verdict.Found(
                $"policy {Hole.Plain(left.NetworkPolicy ?? "(none)")} lets {User(left)} in with a password ({Hole.Plain(type)}), and the profile asks for a certificate",
                left.Cite(nameof(RadiusDecision.EapType)), CertificateAsked(eap));
    }

    private static Citation CertificateAsked(EapConfiguration eap) =>
        eap.Cite(eap.OuterType == EapTls ? nameof(EapConfiguration.OuterType) : nameof(EapConfiguration.InnerType));

    /// <summary>The name of EAP type 26 in events and logs; what stands in brackets is not translated.</summary>
    private static bool IsPassword(string type) => type.Replace(" ", "", StringComparison.Ordinal).Contains("MSCHAPv2", StringComparison.OrdinalIgnoreCase)
        || type.Replace(" ", "", StringComparison.Ordinal).Contains("MS-CHAPv2", StringComparison.OrdinalIgnoreCase);

    private static Hole User(RadiusDecision seen) => seen.User is { } user ? Hole.User(user) : Hole.Plain("a user");
}
