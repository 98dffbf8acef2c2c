using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Authorization;

/// <summary>The VPN server does not accept EAP, and the profile has nothing else. Page: VpnServerLacksEap.md.</summary>
public sealed class VpnServerLacksEap() : PairRule<GatewayConfigured, ProfileRead>(HostRole.VpnServer, "gateway-configuration", HostRole.Client, "profile")
{
    private const string Eap = "EAP";

    protected override Verdict? Judge(GatewayConfigured left, ImmutableArray<ProfileRead> right, CaseFile file)
    {
        var profile = right.FirstOrDefault(one => Eap.Equals(one.UserMethod, StringComparison.OrdinalIgnoreCase));
        if (left.AuthenticationMethods is not { } methods || profile is null)
            return null;
        var accepted = left.Cite(nameof(GatewayConfigured.AuthenticationMethods));
        return methods.Contains(Eap, StringComparer.OrdinalIgnoreCase)
            ? Verdict.RuledOut($"the VPN server accepts EAP", accepted)
            : Verdict.Found(
                $"the profile authenticates the user with EAP, and the VPN server accepts {Hole.Plain(methods.IsEmpty ? "nothing" : string.Join(", ", methods))}",
                accepted, profile.Cite(nameof(ProfileRead.UserMethod)));
    }
}
