using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.UserAuthentication;

/// <summary>The name in the certificate or in the request is no account of the domain. Page: UserNameNotMatched.md.</summary>
public sealed class UserNameNotMatched() : RadiusReasonRule(7, 8, 292, 298)
{
    protected override RefusalGround? Ground => RefusalGround.NoSuchUser;

    protected override Verdict? Judge(RadiusDecision seen, Code reason, CaseFile file) => Verdict.Found(
        $"NPS finds no account for {User(seen)}: {Hole.Plain(Why(reason.Value))} ({reason})", seen.Cite(nameof(RadiusDecision.Reason)));

    private static string Why(uint reason) => reason switch
    {
        7 => "the domain in the name is unknown",
        8 => "the name is no account",
        292 => "the name of the request is not the name in the certificate",
        _ => "the certificate has no user principal name, or another one",
    };
}
