using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Negotiation;

/// <summary>Connection and VPN server are set to different algorithms for IKE or ESP, so that no proposal fits.</summary>
public sealed class IpsecPolicyMismatch()
    : PairRule<ProfileRead, GatewayConfigured>(HostRole.Unknown, "connection", HostRole.VpnServer, "gateway-configuration")
{
    /// <summary>RFC 7296 section 3.10.1.</summary>
    private const uint NoProposalChosen = 14;

    public override ImmutableArray<Need> Needs => [new("connection", HostRole.Client), new("gateway-configuration", HostRole.VpnServer)];

    public override IEnumerable<Verdict> Judge(CaseFile file) => base.Judge(file).Concat(Asked(file)).Concat(Said(file));

    /// <summary>
    /// The gateway's own log. A probe that asks for each algorithm by itself is refused many times, and the log does not tell it from a client: beside
    /// such a probe only its answers count.
    /// </summary>
    private static IEnumerable<Verdict> Said(CaseFile file) => GatewayRemarks.Of(file, GatewayRemark.ChildProposalsRefused, Host.VpnServer)
        .Concat(file.All<SuiteAsked>().Any() ? [] : GatewayRemarks.Of(file, GatewayRemark.ProposalsRefused, Host.VpnServer));

    /// <summary>A probe proposed what the client would, and other algorithms beside.</summary>
    private static IEnumerable<Verdict> Asked(CaseFile file)
    {
        foreach (var offer in file.All<SuiteAsked>().Where(one => one is { Asked: SuiteAsked.OfferOfTheClient, Accepted: not null }))
        {
            if (offer.Accepted is true)
            {
                yield return Verdict.RuledOut($"the VPN server takes what the client proposes", offer.Cite(nameof(SuiteAsked.Accepted))) with { About = offer.About, At = offer.At };
                continue;
            }

            var taken = file.All<SuiteAsked>().Where(one => one is { Accepted: true } && one.Asked is not (SuiteAsked.WindowsDefault or SuiteAsked.WindowsDh2048)).ToArray();
            yield return taken.Length > 0
                ? Verdict.Found($"the VPN server refuses what the client proposes (NO_PROPOSAL_CHOSEN); it takes {Hole.Plain(string.Join(", ", taken.Select(one => one.Asked)))}", offer.Cite(nameof(SuiteAsked.Accepted)))
                    with { About = offer.About, At = offer.At }
                : Verdict.Found($"the VPN server refuses what the client proposes (NO_PROPOSAL_CHOSEN)", offer.Cite(nameof(SuiteAsked.Accepted))) with { About = offer.About, At = offer.At };
        }

        foreach (var refused in file.All<IkeErrorNotified>(HostRole.VpnServer).Where(one => one is { Notify.Value: NoProposalChosen, AfterAuthentication: true }))
        {
            yield return Verdict.Found($"the VPN server accepts the client and then refuses the algorithms of the tunnel (NO_PROPOSAL_CHOSEN for ESP)", refused.Cite(nameof(IkeErrorNotified.Notify)))
                with { About = refused.About, At = refused.At };
        }
    }

    protected override Verdict? Judge(ProfileRead left, ImmutableArray<GatewayConfigured> right, CaseFile file)
    {
        if (right.FirstOrDefault(one => one.CustomPolicy is not null) is not { CustomPolicy: { } server } gateway)
            return null;
        if (left.CryptographySuite.IsEmpty || server.IsEmpty)
            return OneSided(left, gateway, server, file);

        foreach (var (setting, client, other) in PolicyComparison.Differences(left.CryptographySuite, server, PolicyComparison.EncryptionMethod,
            PolicyComparison.IntegrityCheckMethod, PolicyComparison.DHGroup, PolicyComparison.CipherTransformConstants, PolicyComparison.AuthenticationTransformConstants))
        {
            return Verdict.Found($"{Hole.Plain(setting)} is {Hole.Plain(client)} on the client and {Hole.Plain(other)} on the VPN server",
                PolicyComparison.PlaceInProfile(left, setting), PolicyComparison.PlaceInGateway(gateway, setting));
        }

        return Verdict.RuledOut($"client and VPN server are set to the same IPsec algorithms", left.Cite(nameof(ProfileRead.CryptographySuite)), gateway.Cite(nameof(GatewayConfigured.CustomPolicy)));
    }

    /// <summary>One side has a policy of its own and the other Windows' defaults, of which only the group is certain: group 2.</summary>
    private static Verdict? OneSided(ProfileRead profile, GatewayConfigured gateway, ImmutableDictionary<string, string> server, CaseFile file)
    {
        var shown = profile.Form is ProfileForm.ProfileXml or ProfileForm.Wmi or ProfileForm.Script or ProfileForm.Connection;
        var custom = server.IsEmpty ? profile.CryptographySuite : server;
        if (!shown || custom.IsEmpty || PolicyComparison.Value(custom, PolicyComparison.DHGroup) is not { } group || group.Equals("Group2", StringComparison.OrdinalIgnoreCase))
            return null;

        var place = server.IsEmpty
            ? PolicyComparison.PlaceInProfile(profile, PolicyComparison.DHGroup)
            : PolicyComparison.PlaceInGateway(gateway, PolicyComparison.DHGroup);
        var (with, without) = server.IsEmpty ? ("the client", "the VPN server") : ("the VPN server", "the client");

        return PolicyErrors.SeenIn(file)
            ? Verdict.Found($"DHGroup is {Hole.Plain(group)} on {Hole.Plain(with)}, and {Hole.Plain(without)} has no policy of its own, so that it uses Group2", place)
            : Verdict.Undecided($"DHGroup is {Hole.Plain(group)} on {Hole.Plain(with)}; {Hole.Plain(without)} shows no policy of its own, which may be set elsewhere", place)
                with { Needs = [server.IsEmpty ? new("gateway-configuration", HostRole.VpnServer) : new("connection", HostRole.Client)] };
    }
}
