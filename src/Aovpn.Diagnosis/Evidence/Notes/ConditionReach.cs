namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>How much of a dimension a condition covers.</summary>
internal enum ConditionReach
{
    /// <summary>One value: "over the hotspot".</summary>
    Value,

    /// <summary>Another value than before: "on a colleague's laptop".</summary>
    Other,

    /// <summary>That value and no other: "only this laptop".</summary>
    Only,

    /// <summary>Some values: "a few users".</summary>
    Some,

    /// <summary>Every value: "all users".</summary>
    All,

    /// <summary>Not that value: "but not at home".</summary>
    Not,
}
