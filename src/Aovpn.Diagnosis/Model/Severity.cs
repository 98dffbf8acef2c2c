namespace Aovpn.Diagnosis.Model;

public enum Severity
{
    /// <summary>Stops connections or what they are for.</summary>
    Error,

    /// <summary>Works today, but weak, about to fail, or not what was meant.</summary>
    Warning,

    /// <summary>Worth knowing; nothing to mend.</summary>
    Note,
}
