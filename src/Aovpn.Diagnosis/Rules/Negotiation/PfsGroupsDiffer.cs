using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Negotiation;

/// <summary>Client and VPN server are set to different groups for perfect forward secrecy, which is first used when keys are renewed: it connects, and drops then.</summary>
public sealed class PfsGroupsDiffer()
    : PairRule<ProfileRead, GatewayConfigured>(HostRole.Unknown, "connection", HostRole.VpnServer, "gateway-configuration")
{
    public override ImmutableArray<Need> Needs => [new("connection", HostRole.Client), new("gateway-configuration", HostRole.VpnServer)];

    protected override Verdict? Judge(ProfileRead left, ImmutableArray<GatewayConfigured> right, CaseFile file)
    {
        if (right.FirstOrDefault(one => one.CustomPolicy is not null) is not { CustomPolicy: { } server } gateway
            || PolicyComparison.Value(left.CryptographySuite, PolicyComparison.PfsGroup) is not { } client
            || PolicyComparison.Value(server, PolicyComparison.PfsGroup) is not { } other)
            return null;

        var (here, there) = (PolicyComparison.PlaceInProfile(left, PolicyComparison.PfsGroup), PolicyComparison.PlaceInGateway(gateway, PolicyComparison.PfsGroup));
        return PolicyComparison.Differences(left.CryptographySuite, server, PolicyComparison.PfsGroup).Any()
            ? Verdict.Found($"PfsGroup is {Hole.Plain(client)} on the client and {Hole.Plain(other)} on the VPN server", here, there)
            : Verdict.RuledOut($"PfsGroup is {Hole.Plain(client)} on both sides", here, there);
    }
}
