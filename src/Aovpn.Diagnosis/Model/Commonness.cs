namespace Aovpn.Diagnosis.Model;

/// <summary>How often a cause is met in the field, by the judgement that its page names; nothing was counted.</summary>
public enum Commonness
{
    VeryCommon,
    Common,
    Uncommon,
    Rare,
}
