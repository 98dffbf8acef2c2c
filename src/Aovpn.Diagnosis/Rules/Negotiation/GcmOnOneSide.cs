using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Negotiation;

/// <summary>One side encrypts with AES-GCM, the other with AES-CBC: settings that look alike (AES256, GCMAES256) and do not fit.</summary>
public sealed class GcmOnOneSide()
    : PairRule<ProfileRead, GatewayConfigured>(HostRole.Unknown, "connection", HostRole.VpnServer, "gateway-configuration")
{
    public override ImmutableArray<Need> Needs => [new("connection", HostRole.Client), new("gateway-configuration", HostRole.VpnServer)];

    protected override Verdict? Judge(ProfileRead left, ImmutableArray<GatewayConfigured> right, CaseFile file)
    {
        if (left.CryptographySuite.IsEmpty || right.FirstOrDefault(one => one.CustomPolicy is { IsEmpty: false }) is not { CustomPolicy: { } server } gateway)
            return null;

        foreach (var (setting, client, other) in PolicyComparison.Differences(left.CryptographySuite, server, PolicyComparison.CipherTransformConstants, PolicyComparison.EncryptionMethod))
        {
            if (PolicyComparison.IsGcm(client) != PolicyComparison.IsGcm(other))
            {
                return Verdict.Found($"{Hole.Plain(setting)} is {Hole.Plain(client)} on the client and {Hole.Plain(other)} on the VPN server: GCM on one side only",
                    PolicyComparison.PlaceInProfile(left, setting), PolicyComparison.PlaceInGateway(gateway, setting));
            }
        }

        return Verdict.RuledOut($"client and VPN server agree on GCM", left.Cite(nameof(ProfileRead.CryptographySuite)), gateway.Cite(nameof(GatewayConfigured.CustomPolicy)));
    }
}
