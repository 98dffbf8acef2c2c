namespace Aovpn.Probes.Sessions.Pptp;

/// <summary>How far PPTP's control connection got, RFC 2637 section 3.</summary>
public enum PptpStage
{
    ConnectionRequested,
    CallRequested,

    /// <summary>The call stands: GRE would carry PPP now.</summary>
    CallAnswered,
    Refused,
}
