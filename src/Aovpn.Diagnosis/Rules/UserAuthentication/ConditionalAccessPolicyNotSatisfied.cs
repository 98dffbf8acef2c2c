using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.UserAuthentication;

/// <summary>Entra ID refuses the token because a Conditional Access policy is not met. Page: ConditionalAccessPolicyNotSatisfied.md.</summary>
public sealed class ConditionalAccessPolicyNotSatisfied() : Rule<CloudSignIn>(HostRole.Unknown, "aad-events")
{
    public override System.Collections.Immutable.ImmutableArray<Need> Needs => [new("aad-events", HostRole.Client)];

    protected override Verdict? Judge(CloudSignIn seen, CaseFile file) => seen.SignInCode is { } code && Demand(code.Value) is { } demand
        ? Verdict.Found($"Entra ID answers {code}: {Hole.Plain(demand)}", seen.Cite(nameof(CloudSignIn.SignInCode))) with { About = Host.Client }
        : null;

    /// <summary>Sign-in errors of Conditional Access (Microsoft Entra authentication and authorization error codes).</summary>
    private static string? Demand(uint code) => code switch
    {
        50005 => "the device's platform is not one that the policy allows",
        50072 or 50079 => "the user must enrol for multifactor authentication",
        50074 or 50076 => "multifactor authentication is required",
        50097 => "device authentication is required",
        50105 => "the user is not assigned to the application",
        50158 => "an external control of the policy is not satisfied",
        53000 => "the device is not compliant",
        53001 => "the device is not joined to the domain, and the policy requires it",
        53002 => "the application used is not an approved one",
        53003 => "a Conditional Access policy blocks the sign-in",
        53004 => "the user must enrol for multifactor authentication, and this sign-in is too suspicious to do so",
        _ => null,
    };
}
