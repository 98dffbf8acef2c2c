namespace Aovpn.Diagnosis.Explaining;

/// <summary>What kind of thing was asked about.</summary>
public enum AnswerKind
{
    /// <summary>A code of Windows, NPS, IKE, EAP or Entra ID.</summary>
    Code,

    /// <summary>A Windows event.</summary>
    Event,

    /// <summary>A symptom without a number.</summary>
    Symptom,

    /// <summary>A cause: the page of a rule.</summary>
    Cause,
}
