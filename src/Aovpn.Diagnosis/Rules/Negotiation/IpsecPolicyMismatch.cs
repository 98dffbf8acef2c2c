using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Negotiation;

/// <summary>Connection and VPN server are set to different algorithms for IKE or ESP, so that no proposal fits.</summary>
public sealed class IpsecPolicyMismatch()
    : PairRule<ProfileRead, GatewayConfigured>(HostRole.Unknown, "connection", HostRole.VpnServer, "gateway-configuration")
{
    public override ImmutableArray<Need> Needs => [new("connection", HostRole.Client), new("gateway-configuration", HostRole.VpnServer)];

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
