using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.UserAuthentication;

/// <summary>The password has expired or must be changed. Page: PasswordExpired.md.</summary>
public sealed class PasswordExpired() : AccountRefusedRule(648)
{
    protected override string Fault => "the password has expired";

    protected override RefusalGround? Ground => RefusalGround.PasswordExpired;
}
