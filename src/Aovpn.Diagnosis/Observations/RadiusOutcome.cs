namespace Aovpn.Diagnosis.Observations;

public enum RadiusOutcome
{
    Requested,
    Challenged,
    Accepted,
    Rejected,

    /// <summary>NPS threw the request away without an answer (6274).</summary>
    Discarded,

    /// <summary>The account was locked (6279) or unlocked (6280).</summary>
    AccountLocked,
    AccountUnlocked,

    /// <summary>Accounting: a session began, goes on or ended.</summary>
    SessionStarted,
    SessionInterim,
    SessionStopped,
}
