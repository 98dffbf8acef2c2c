using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Authorization;

/// <summary>
/// The matching network policy does not accept the authentication method that the client offers. Page: NpsRefusesAuthenticationMethod.md.
/// </summary>
public sealed class NpsRefusesAuthenticationMethod() : RadiusReasonRule(22, 66)
{
    protected override Verdict? Judge(RadiusDecision seen, Code reason, CaseFile file) => Verdict.Found(
        $"policy {Hole.Plain(seen.NetworkPolicy ?? "(none)")} does not accept {Hole.Plain(Method(seen))}, with which {User(seen)} authenticates ({reason})",
        seen.Cite(nameof(RadiusDecision.Reason)));

    private static string Method(RadiusDecision seen) => (seen.AuthenticationType, seen.EapType) switch
    {
        ({ } type, { } eap) => $"{type} with {eap}",
        ({ } type, null) => type,
        (null, { } eap) => eap,
        _ => "the method",
    };
}
