namespace Aovpn.Probes.Sessions.Eap;

public enum EapProgress
{
    Running,
    Success,

    /// <summary>The server said Failure, or the peer gave up: the reason says which.</summary>
    Failure,
}
