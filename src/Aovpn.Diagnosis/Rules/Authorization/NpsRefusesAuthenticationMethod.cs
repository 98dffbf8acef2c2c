using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Authorization;

/// <summary>
/// The matching network policy does not accept the authentication method that the client offers. Page: NpsRefusesAuthenticationMethod.md.
/// </summary>
public sealed class NpsRefusesAuthenticationMethod() : RadiusReasonRule(22, 66)
{
    protected override RefusalGround? Ground => RefusalGround.MethodRefused;

    protected override Verdict? Judge(RadiusDecision seen, Code reason, CaseFile file) => Verdict.Found(
        $"policy {Hole.Plain(seen.NetworkPolicy ?? "(none)")} does not accept {Hole.Plain(Method(seen))}, with which {User(seen)} authenticates ({reason})",
        seen.Cite(nameof(RadiusDecision.Reason)));

    /// <summary>The server answers the wish for a method with Failure: it begins with others only.</summary>
    protected override Verdict? Probed(EapAuthentication seen, CaseFile file)
    {
        var user = seen.User is { } name ? Hole.User(name) : Hole.Plain("a user");
        return seen.End switch
        {
            EapEnd.NoCommonMethod => Verdict.Found(
                $"NPS begins with {Hole.Plain(EapTypes.Text(seen.Offered))} and refuses {Hole.Plain(EapTypes.Text(seen.Asked))}, which {user} asks for",
                seen.Cite(nameof(EapAuthentication.End)), seen.Cite(nameof(EapAuthentication.Asked))),
            EapEnd.NoCommonInnerMethod => Verdict.Found(
                $"inside PEAP NPS begins with {Hole.Plain(EapTypes.Text(seen.OfferedInside))} and refuses {Hole.Plain(EapTypes.Text(seen.AskedInside))}, which {user} asks for",
                seen.Cite(nameof(EapAuthentication.End)), seen.Cite(nameof(EapAuthentication.AskedInside))),
            _ => null,
        };
    }

    private static string Method(RadiusDecision seen) => (seen.AuthenticationType, seen.EapType) switch
    {
        ({ } type, { } eap) => $"{type} with {eap}",
        ({ } type, null) => type,
        (null, { } eap) => eap,
        _ => "the method",
    };
}
