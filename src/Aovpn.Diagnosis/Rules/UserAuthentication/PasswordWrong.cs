using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.UserAuthentication;

/// <summary>The password is not right. Page: PasswordWrong.md.</summary>
public sealed class PasswordWrong() : AccountRefusedRule(691, 16)
{
    protected override string Fault => "name or password is not right";

    protected override RefusalGround? Ground => RefusalGround.PasswordWrong;

    /// <summary>691 at the client has many causes.</summary>
    protected override bool ErrorDecides => false;

    /// <summary>Reason 16 is as good for certificates that map to no account.</summary>
    protected override bool Fits(RadiusDecision seen) => IsPassword(seen.EapType) || seen.EapType is null && IsPassword(seen.AuthenticationType);

    private static bool IsPassword(string? method) => method is not null
        && (method.Contains("MS-CHAP", StringComparison.OrdinalIgnoreCase) || method.Contains("MSCHAP", StringComparison.OrdinalIgnoreCase)
            || method.Contains("Secured password", StringComparison.OrdinalIgnoreCase));
}
