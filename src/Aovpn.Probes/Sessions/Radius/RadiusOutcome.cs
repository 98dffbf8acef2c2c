namespace Aovpn.Probes.Sessions.Radius;

/// <summary>How far an exchange with a RADIUS server is.</summary>
public enum RadiusOutcome
{
    Running,
    Accepted,
    Rejected,

    /// <summary>The peer left before the server decided.</summary>
    Left,

    /// <summary>A reply came whose authenticators were made with another secret.</summary>
    SecretDiffers,

    /// <summary>Status-Server or an accounting request was answered.</summary>
    Answered,
}
