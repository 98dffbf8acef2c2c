using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.UserAuthentication;

/// <summary>The account is disabled. Page: AccountDisabled.md.</summary>
public sealed class AccountDisabled() : AccountRefusedRule(647, 34)
{
    protected override string Fault => "the account is disabled";

    protected override RefusalGround? Ground => RefusalGround.AccountDisabled;
}
