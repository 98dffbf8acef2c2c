namespace Aovpn.Diagnosis.Model;

/// <summary>The words of the JSON contract, in the order in which findings are listed.</summary>
public enum VerdictKind
{
    Found,
    Undecided,
    RuledOut,

    /// <summary>Our fault: the rule threw.</summary>
    Error,
}
